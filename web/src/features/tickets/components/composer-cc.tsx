import { Button } from "@mantine/core";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import type { Ticket } from "@/api/types";
import { InviteField } from "@/components/invite-field";
import { PersonChips } from "@/components/person-chips";
import { useFocusAfterChange } from "@/lib/focus";
import { isSame, type Invited } from "@/lib/invited";

import styles from "./composer.module.css";

interface Props {
  ticket: Ticket;
  cc: readonly Invited[];
  onChange: (cc: readonly Invited[]) => void;
}

/** The service takes no more at once. */
const MOST = 10;

/** Who gets the reply beside the requester: those who take part already, and those who do by it. */
export function ComposerCc({ ticket, cc, onChange }: Props) {
  const { t } = useTranslation("agent");
  const [adding, setAdding] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const focusAfterChange = useFocusAfterChange();
  const { participants, requester } = ticket;
  const others = [...participants, ...cc];
  const named = { name: requester.name, interpolation: { escapeValue: false } };
  return (
    <>
      {others.length > 0 && (
        <span className={styles.hint} title={others.map(({ name, email }) => name || email).join(", ")}>
          {t("composer.goesTo", { ...named, count: others.length })}
        </span>
      )}
      {cc.length > 0 && (
        <PersonChips
          label={t("composer.ccOf")}
          people={cc}
          remove={{
            words: (name) => t("composer.ccRemove", { name, interpolation: { escapeValue: false } }),
            run: (gone) => {
              onChange(cc.filter((one) => one !== gone));
              focusAfterChange(() => opener.current);
            },
          }}
        />
      )}
      {!adding && cc.length < MOST && (
        <Button
          ref={opener}
          size="compact-sm"
          variant="subtle"
          aria-label={t("composer.ccAdd")}
          onClick={() => {
            setAdding(true);
          }}
        >
          {t("composer.cc")}
        </Button>
      )}
      {adding && (
        <div className={styles.cc}>
          <InviteField
            onInvite={(who) => {
              const known = isSame(who, requester) || others.some((one) => isSame(who, one));
              if (!known) onChange([...cc, who]);
              setAdding(false);
              focusAfterChange(() => opener.current);
            }}
            onLeave={() => {
              setAdding(false);
              focusAfterChange(() => opener.current);
            }}
          />
        </div>
      )}
    </>
  );
}
