import { Button, TextInput } from "@mantine/core";
import { useRef } from "react";
import { useTranslation } from "react-i18next";

import { factsOf, WhoField } from "@/components/who-field";
import { useFocusAfterChange } from "@/lib/focus";
import { LANGUAGE_NAMES, LANGUAGES } from "@/lib/language";

import { useOpenTicketsOf } from "../api/open-tickets-of";
import { somebodyNew, type CallValues } from "../call-values";
import type { TakingCall } from "../use-taking-call";
import styles from "./call.module.css";

interface Props {
  call: TakingCall;
  /** To what comes next. */
  onward: () => void;
}

const NOBODY = { person: null, unknown: false, about: null };

/** Who calls: looked for, found, or new. */
export function CallerFields({ call, onward }: Props) {
  const { t } = useTranslation("agent");
  const { values, change } = call;
  const { person } = values;
  const who = useRef<HTMLInputElement>(null);
  const next = useRef<HTMLInputElement>(null);
  const focusAfterChange = useFocusAfterChange();
  const again = (
    <Button
      variant="subtle"
      color="gray"
      size="compact-sm"
      onClick={() => {
        change(NOBODY);
        focusAfterChange(() => who.current);
      }}
    >
      {t("create.somebodyElse")}
    </Button>
  );

  if (person !== null) {
    return (
      <div className={styles.person}>
        <p className={styles.name}>
          <strong>
            <bdi>{person.name}</bdi>
          </strong>
          {again}
        </p>
        <p className={styles.facts}>
          <bdi>{[...factsOf(person), languageOf(person.language)].join(" · ")}</bdi>
        </p>
        {person.email === "" && <p className={styles.facts}>{t("create.noMail")}</p>}
        <OpenTickets call={call} requester={person.id} onward={onward} />
      </div>
    );
  }
  if (values.unknown) {
    return (
      <div className={styles.person} data-place="requester">
        <p className={styles.name}>
          <strong>{t("create.new")}</strong>
          {again}
        </p>
        <div className={styles.row}>
          <TextInput
            {...call.refused("requester.name")}
            label={t("create.name")}
            ref={values.name === "" ? next : undefined}
            autoComplete="off"
            maxLength={250}
            value={values.name}
            onChange={(event) => {
              change({ name: event.currentTarget.value });
            }}
          />
          <TextInput
            {...call.refused(values.contact.includes("@") ? "requester.email" : "requester.phone")}
            label={t("create.contact")}
            ref={values.name === "" ? undefined : next}
            autoComplete="off"
            maxLength={254}
            value={values.contact}
            onChange={(event) => {
              change({ contact: event.currentTarget.value });
            }}
          />
        </div>
        {call.refused("requester").error !== undefined &&
          call.errors.every(({ place }) => place === "requester") && (
            <p className={styles.wrong}>{t("create.nameless")}</p>
          )}
        {!values.contact.includes("@") && <p className={styles.facts}>{t("create.noMail")}</p>}
      </div>
    );
  }
  return (
    <WhoField
      label={t("create.who")}
      hint={t("create.whoHint")}
      unknown={(nobody) => (
        <>
          {nobody && <span>{t("create.nobody")}</span>}
          <span>
            {t("create.asNew", { who: values.typed.trim(), interpolation: { escapeValue: false } })}
          </span>
        </>
      )}
      handle={who}
      typed={values.typed}
      refused={call.refused("requester")}
      onTyped={(typed) => {
        change({ typed });
      }}
      onPerson={(found) => {
        change({ person: found, ...(isOurs(found.language) && { language: found.language }) });
        onward();
      }}
      onUnknown={() => {
        change(somebodyNew(values.typed));
        focusAfterChange(() => next.current);
      }}
    />
  );
}

const isOurs = (language: string): boolean => LANGUAGES.some((one) => one === language);

const languageOf = (language: string): string => {
  const known = LANGUAGES.find((one) => one === language);
  return known === undefined ? language.toUpperCase() : LANGUAGE_NAMES[known];
};

interface Of extends Props {
  requester: string;
}

function OpenTickets({ call, requester, onward }: Of) {
  const { t } = useTranslation("agent");
  const tickets = useOpenTicketsOf(requester);
  const { about } = call.values;
  if (tickets.length === 0 && about === null) return null;
  const choose = (ticket: CallValues["about"]) => {
    call.change({ about: ticket });
    onward();
  };
  return (
    <div role="group" aria-label={t("create.isItAbout")} className={styles.about}>
      <p className={styles.facts}>{t("create.isItAbout")}</p>
      {tickets.map(({ id, subject }) => (
        <button
          key={id}
          type="button"
          aria-pressed={about?.id === id}
          onClick={() => {
            choose(about?.id === id ? null : { id, subject });
          }}
        >
          <span className={styles.id}>{id}</span> <bdi>{subject}</bdi>
        </button>
      ))}
    </div>
  );
}
