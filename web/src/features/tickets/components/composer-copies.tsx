import { Button } from "@mantine/core";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import type { Ticket } from "@/api/types";
import { InviteField } from "@/components/invite-field";
import { PersonChips } from "@/components/person-chips";
import { useFocusAfterChange } from "@/lib/focus";
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

/** Who gets the reply beside the requester: those who take part already, those who do by it, and who gets it unseen. */
export function ComposerCopies({ ticket, copies, onChange }: Props) {
  const { t } = useTranslation("agent");
  const { participants, requester } = ticket;
  const openly = [...participants, ...copies.cc];
  const named = { name: requester.name, interpolation: { escapeValue: false } };
  const knows = (who: Invited) =>
    isSame(who, requester) || [...openly, ...copies.bcc].some((one) => isSame(who, one));
  return (
    <>
      {openly.length > 0 && (
        <span className={styles.hint} title={openly.map(({ name, email }) => name || email).join(", ")}>
          {t("composer.goesTo", { ...named, count: openly.length })}
        </span>
      )}
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
