import { Button, Textarea, TextInput } from "@mantine/core";
import { useRef } from "react";
import { useTranslation } from "react-i18next";

import type { LetterFault, LetterKind } from "@/api/settings-types";
import { HINT_BELOW } from "@/components/settings/hint-below";
import form from "@/components/settings/settings-form.module.css";
import { Notice } from "@/components/states";
import { TicketLink } from "@/components/ticket-link";
import { Time } from "@/components/time";
import { reasonOf, refused, type Refusals } from "@/lib/field-errors";
import { asLanguage, LANGUAGE_NAMES } from "@/lib/language";

import { inWords, type Chosen } from "../letters";
import styles from "./letters.module.css";

const LONGEST = { subject: 250, body: 10_000 };

interface Words {
  subject: string;
  body: string;
}

interface Props {
  kind: LetterKind;
  chosen: Chosen;
  words: Words;
  /** They are one's own, not the product's or those of all mailboxes. */
  own: boolean;
  /** Where the service finds them; null for what is not sent to it. */
  place: string | null;
  fault: LetterFault | undefined;
  refusals: Refusals;
  readOnly: boolean;
  onChange: (words: Words) => void;
  onUsual: () => void;
}

/** The words of a letter, and what can be put into them: it is put where one last was. */
export function LetterEditor({
  kind,
  chosen,
  words,
  own,
  place,
  fault,
  refusals,
  readOnly,
  onChange,
  onUsual,
}: Props) {
  const { t, i18n } = useTranslation("settings");
  const subject = useRef<HTMLInputElement>(null);
  const body = useRef<HTMLTextAreaElement>(null);
  const last = useRef<"subject" | "body">("body");
  const language = LANGUAGE_NAMES[asLanguage(chosen.language)];
  const put = (name: string) => {
    const which = last.current;
    const field = which === "subject" ? subject.current : body.current;
    const text = words[which];
    const from = field?.selectionStart ?? text.length;
    const to = field?.selectionEnd ?? from;
    const piece = `{{ ${name} }}`;
    onChange({ ...words, [which]: text.slice(0, from) + piece + text.slice(to) });
    requestAnimationFrame(() => {
      field?.focus();
      field?.setSelectionRange(from + piece.length, from + piece.length);
    });
  };
  const about = (field: "subject" | "body") => (place === null ? {} : refused(refusals, `${place}.${field}`));
  return (
    <>
      <h2>
        {inWords(kind.title, i18n.language)}, {language}
      </h2>
      {fault !== undefined && (
        <Notice tone="warn">
          <p>
            {t("letter.fault")} {reasonOf(fault)}
          </p>
          <p>
            {fault.ticket !== null && (
              <>
                <TicketLink id={fault.ticket}>{fault.ticket}</TicketLink> ·{" "}
              </>
            )}
            <Time at={fault.at} />
          </p>
        </Notice>
      )}
      <p className={form.hint}>{own ? t("letter.isOwn") : t("letter.isUsual")}</p>
      <TextInput
        ref={subject}
        label={t("letter.subject")}
        maxLength={LONGEST.subject}
        lang={chosen.language}
        readOnly={readOnly}
        value={words.subject}
        {...about("subject")}
        onFocus={() => {
          last.current = "subject";
        }}
        onChange={(event) => {
          onChange({ ...words, subject: event.currentTarget.value });
        }}
      />
      <Textarea
        ref={body}
        label={t("letter.body")}
        inputWrapperOrder={HINT_BELOW}
        description={t("letter.bodyHint")}
        autosize
        minRows={8}
        maxLength={LONGEST.body}
        lang={chosen.language}
        readOnly={readOnly}
        value={words.body}
        {...about("body")}
        onFocus={() => {
          last.current = "body";
        }}
        onChange={(event) => {
          onChange({ ...words, body: event.currentTarget.value });
        }}
      />
      <div role="group" aria-label={t("letter.places")}>
        <p className={form.hint}>{readOnly ? t("letter.places") : t("letter.placesHint")}</p>
        <ul className={styles.places}>
          {kind.places.map(({ name, description }) => (
            <li key={name}>
              {readOnly ? (
                <code>
                  <bdi>{name}</bdi>
                </code>
              ) : (
                <button
                  type="button"
                  className={styles.place}
                  onClick={() => {
                    put(name);
                  }}
                >
                  <bdi>{name}</bdi>
                </button>
              )}
              <span>{inWords(description, i18n.language)}</span>
            </li>
          ))}
        </ul>
      </div>
      {own && !readOnly && (
        <Button variant="default" className={form.start} onClick={onUsual}>
          {chosen.mailbox === null ? t("letter.usual") : t("letter.asAll")}
        </Button>
      )}
    </>
  );
}
