import { Button } from "@mantine/core";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import type { Ticket } from "@/api/types";
import { InviteField } from "@/components/invite-field";
import { PersonChips } from "@/components/person-chips";
import { useFocusAfterChange } from "@/lib/focus";
import { listed } from "@/lib/isolated";
import { isSame, type Invited } from "@/lib/invited";

import type { Copies } from "../writing";
import styles from "./composer.module.css";

interface Props {
  ticket: Ticket;
  copies: Copies;
  onChange: (part: Partial<Copies>) => void;
}

/** The service takes no more at once. */
const MOST = 10;

/** The others of whom a reply goes to are counted. */
const SHOWN = 2;

/** Who gets the reply beside the requester: those who take part already, those who do by it, and who gets it unseen. */
export function ComposerCopies({ ticket, copies, onChange }: Props) {
  const { t } = useTranslation("agent");
  const { participants, requester } = ticket;
  const to = [requester, ...participants].map(({ name, email = "" }) => ({ name, email }));
  const more = to.slice(SHOWN);
  const knows = (who: Invited) => [...to, ...copies.cc, ...copies.bcc].some((one) => isSame(who, one));
  return (
    <>
      <span className={styles.to}>
        <span aria-hidden>{t("composer.to")}</span>
        <PersonChips label={t("composer.toOf")} people={to.slice(0, SHOWN)}>
          {more.length > 0 ? (
            <span className={styles.chip} title={listed(more.map(({ name, email }) => name || email))}>
              {t("composer.toMore", { count: more.length })}
            </span>
          ) : undefined}
        </PersonChips>
      </span>
      {(["cc", "bcc"] as const).map((kind) => (
        <Copied
          key={kind}
          kind={kind}
          people={copies[kind]}
          knows={knows}
          onChange={(people) => {
            onChange({ [kind]: people });
          }}
        />
      ))}
    </>
  );
}

interface OfOneKind {
  kind: keyof Copies;
  people: readonly Invited[];
  knows: (who: Invited) => boolean;
  onChange: (people: readonly Invited[]) => void;
}

function Copied({ kind, people, knows, onChange }: OfOneKind) {
  const { t } = useTranslation("agent");
  const [adding, setAdding] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const focusAfterChange = useFocusAfterChange();
  const leave = () => {
    setAdding(false);
    focusAfterChange(() => opener.current);
  };
  return (
    <>
      {people.length > 0 && (
        <PersonChips
          label={t(`composer.${kind}Of`)}
          people={people}
          remove={{
            words: (name) => t(`composer.${kind}Remove`, { name, interpolation: { escapeValue: false } }),
            run: (gone) => {
              onChange(people.filter((one) => one !== gone));
              focusAfterChange(() => opener.current);
            },
          }}
        />
      )}
      {!adding && people.length < MOST && (
        <Button
          ref={opener}
          size="compact-sm"
          variant="subtle"
          aria-label={t(`composer.${kind}Add`)}
          onClick={() => {
            setAdding(true);
          }}
        >
          {t(`composer.${kind}`)}
        </Button>
      )}
      {adding && (
        <div className={styles.cc}>
          <InviteField
            onInvite={(who) => {
              if (!knows(who)) onChange([...people, who]);
              leave();
            }}
            onLeave={leave}
            {...(kind === "bcc" && { label: t("composer.bccWho") })}
          />
        </div>
      )}
    </>
  );
}
