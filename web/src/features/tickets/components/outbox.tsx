import { Modal } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { TicketLink } from "@/components/ticket-link";

import { useOutbox, type Waiting } from "../outbox";
import excerpt from "./excerpt.module.css";
import styles from "./outbox.module.css";
import { SendAnyway } from "./send-anyway";
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
  const kindOf = ({ message, side }: Waiting) => {
    if (side !== undefined) return t("sides.outbox");
    return message.visibility === "internal" ? t("composer.note") : t("composer.reply");
  };
  const files = item.message.attachments?.map(({ name }) => name) ?? [];
  return (
    <li className={styles.item}>
      <p className={styles.of}>
        {kindOf(item)} · {/* The dialog would stay above the page it leads to. */}
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
        {item.asks !== null && <SendAnyway item={item} size="xs" />}
        <StopButton item={item} size="xs" />
      </div>
    </li>
  );
}
