import { Button, Group } from "@mantine/core";
import { IconPin } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { PlainText } from "@/components/plain-text";
import { MAIN_ID } from "@/components/skip-link";
import { Time } from "@/components/time";
import { announce } from "@/lib/announcer";
import { useFocusAfterChange } from "@/lib/focus";
import type { OnTicket } from "@/lib/ticket-parts";

import { usePinNote } from "./api/pin-note";
import { PinDialog } from "./components/pin-dialog";
import styles from "./panel.module.css";

/** What everybody who works on the ticket should know before anything else. */
export function PinnedNote({ ticket, complain }: OnTicket) {
  const { t } = useTranslation("agent");
  const sending = usePinNote(ticket);
  const focusAfterChange = useFocusAfterChange();
  const [editing, setEditing] = useState(false);
  const { pin } = ticket;
  const close = () => {
    setEditing(false);
  };
  const unpin = () => {
    sending.mutate(
      { text: "" },
      {
        onError: complain,
        onSuccess: () => {
          announce(t("pin.gone"));
          // The button that had it is gone.
          focusAfterChange(() => document.getElementById(MAIN_ID));
        },
      },
    );
  };
  return (
    <>
      {pin !== null && (
        <section className={styles.pin} aria-label={t("pin.heading")}>
          <IconPin size={20} aria-hidden className={styles.icon} />
          <div className={styles.words}>
            <p className={styles.from}>
              <strong>{t("pin.heading")}</strong> <bdi>{pin.by.name}</bdi>, <Time at={pin.at} />
            </p>
            <p className={styles.text}>
              <PlainText text={pin.text} />
            </p>
          </div>
          <Group gap="xs">
            <Button
              size="xs"
              variant="default"
              onClick={() => {
                setEditing(true);
              }}
            >
              {t("pin.edit")}
            </Button>
            <Button size="xs" variant="default" loading={sending.isPending} onClick={unpin}>
              {t("pin.unpin")}
            </Button>
          </Group>
        </section>
      )}
      {editing && <PinDialog ticket={ticket} onClose={close} />}
    </>
  );
}
