import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import type { Ticket } from "@/api/types";
import { InviteField } from "@/components/invite-field";
import { useNotify } from "@/components/notify";
import { PersonChips } from "@/components/person-chips";
import { useFocusAfterChange } from "@/lib/focus";
import { isSame, type Invited } from "@/lib/invited";
import type { OnTicket } from "@/lib/ticket-parts";

import { useInvite, useTakeOut } from "./api/take-part";
import styles from "./panel.module.css";

type Participant = Ticket["participants"][number];

const named = (name: string) => ({ name, interpolation: { escapeValue: false } });

/** Who takes part beside the requester, and is answered too. */
export function Participants({ ticket, complain }: OnTicket) {
  const { t } = useTranslation("agent");
  const notify = useNotify();
  const invite = useInvite(ticket);
  const takeOut = useTakeOut(ticket);
  const [adding, setAdding] = useState(false);
  const focusAfterChange = useFocusAfterChange();
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    setAdding(false);
    focusAfterChange(() => opener.current);
  };
  const add = (who: Invited) => {
    close();
    if (isSame(who, ticket.requester) || ticket.participants.some((one) => isSame(who, one))) {
      notify(t("participants.already", named(who.name)));
      return;
    }
    invite.mutateAsync(who).then(({ participants }) => {
      const fresh = participants.find((one) => isSame(who, one));
      if (fresh === undefined) return;
      notify(t("participants.added", named(fresh.name)), {
        undo: {
          words: t("undo.button"),
          run: () => {
            takeOut.mutate(fresh.id, { onError: complain });
          },
        },
      });
    }, complain);
  };
  const remove = (person: Participant) => {
    focusAfterChange(() => opener.current);
    takeOut.mutateAsync(person.id).then(() => {
      notify(t("participants.removed", named(person.name)), {
        undo: {
          words: t("undo.button"),
          run: () => {
            invite.mutate({ ...person, person: person.id }, { onError: complain });
          },
        },
      });
    }, complain);
  };
  const busy = invite.isPending || takeOut.isPending;
  return (
    <section className={styles.part} aria-label={t("participants.title")}>
      <h3>{t("participants.title")}</h3>
      <PersonChips
        label={t("participants.title")}
        people={ticket.participants}
        remove={{ words: (name) => t("participants.remove", named(name)), run: remove }}
        busy={busy}
      >
        {!adding && (
          <Button
            ref={opener}
            size="compact-sm"
            variant="subtle"
            loading={busy}
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => {
              setAdding(true);
            }}
          >
            {t("participants.add")}
          </Button>
        )}
      </PersonChips>
      {adding && <InviteField onInvite={add} onLeave={close} />}
    </section>
  );
}
