import { Button, Group, Modal, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { BulkChange } from "@/api/types";

import type { Planned } from "../use-bulk";
import styles from "./bulk.module.css";
import { Refusals } from "./refusals";

interface Props extends Planned {
  busy: boolean;
  onBegin: () => void;
  onClose: () => void;
}

/** What is written to each, and who reads it. */
function wordsOf({ message, team, move }: BulkChange) {
  if (message)
    return { who: message.visibility === "internal" ? "note" : "reply", words: message.body } as const;
  if (team) return { who: "team", words: team.summary } as const;
  return move?.reason ? ({ who: "cancel", words: move.reason } as const) : null;
}

/** What would become of the tickets, before anything does. */
export function Preview({ job, change, busy, onBegin, onClose }: Props) {
  const { t } = useTranslation(["agent", "common"]);
  const { changed, unchanged, refused, refusals } = job.preview;
  const written = wordsOf(change);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("agent:bulk.preview", { count: job.total })}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      <Stack gap="sm">
        <p>{t("agent:bulk.would", { count: changed })}</p>
        {written && (
          <figure className={styles.written}>
            <figcaption>{t(`agent:bulk.${written.who}.words`)}</figcaption>
            <blockquote dir="auto">{written.words}</blockquote>
          </figure>
        )}
        {unchanged > 0 && <p>{t("agent:bulk.already", { count: unchanged })}</p>}
        {refused > 0 && (
          <>
            <p>{t("agent:bulk.refuse", { count: refused })}</p>
            <Refusals refusals={refusals} onOpen={onClose} />
          </>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("common:cancel")}
          </Button>
          <Button data-autofocus loading={busy} disabled={changed === 0} onClick={onBegin}>
            {t("agent:bulk.begin", { count: changed })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
