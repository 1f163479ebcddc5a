import { Button, Modal } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { TicketLink } from "@/components/ticket-link";
import { ticketQuery } from "@/lib/desk/get-ticket";

import { change, useOutbox, type Waiting } from "../outbox";
import excerpt from "./excerpt.module.css";
import styles from "./outbox.module.css";
import { StopButton } from "./stop-button";

/** What waits to go out, each with what can be done about it. */
export function Outbox({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation(["agent", "common"]);
  const items = useOutbox();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t("agent:outbox.title")}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      {items.length === 0 ? (
        <p>{t("agent:outbox.empty")}</p>
      ) : (
        <ul className={styles.list} aria-label={t("agent:outbox.title")}>
          {items.map((item) => (
            <Item key={item.key} item={item} onOpen={onClose} />
          ))}
        </ul>
      )}
    </Modal>
  );
}

function Item({ item, onOpen }: { item: Waiting; onOpen: () => void }) {
  const { t } = useTranslation("agent");
  const client = useQueryClient();
  const files = item.message.attachments?.map(({ name }) => name) ?? [];
  const sendAnyway = async () => {
    if (item.asks === "moved") {
      const { revision } = await client.query({ ...ticketQuery(item.ticketId), staleTime: 0 });
      change(item.key, { ifMatch: revision });
    }
    change(item.key, { asks: null, at: Date.now() });
  };
  return (
    <li className={styles.item}>
      <p className={styles.of}>
        {item.message.visibility === "internal" ? t("composer.note") : t("composer.reply")} ·{" "}
        {/* The dialog would stay above the page it leads to. */}
        <span onClickCapture={onOpen}>
          <TicketLink id={item.ticketId}>{item.ticketId}</TicketLink>
        </span>{" "}
        <bdi>{item.subject}</bdi>
      </p>
      <p className={excerpt.words} dir="auto">
        {item.message.body}
      </p>
      {files.length > 0 && (
        <p className={styles.files}>
          <bdi>{files.join(", ")}</bdi>
        </p>
      )}
      {item.asks !== null && (
        <p className={styles.asks}>
          {t(`outbox.asks.${item.asks}`)} <bdi>{item.reason}</bdi>
        </p>
      )}
      <div className={excerpt.actions}>
        {item.asks !== null && (
          <Button
            size="xs"
            onClick={() => {
              void sendAnyway().catch(() => undefined);
            }}
          >
            {item.asks === "refused" ? t("outbox.again") : t("conflict.sendAnyway")}
          </Button>
        )}
        <StopButton item={item} size="xs" />
      </div>
    </li>
  );
}
