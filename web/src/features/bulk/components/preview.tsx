import { Button, Group, Modal, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { BulkPlanned } from "@/api/types";

import { Refusals } from "./refusals";

interface Props {
  planned: BulkPlanned;
  busy: boolean;
  onBegin: () => void;
  onClose: () => void;
}

/** What would become of the tickets, before anything does. */
export function Preview({ planned, busy, onBegin, onClose }: Props) {
  const { t } = useTranslation(["agent", "common"]);
  const { changed, unchanged, refused, refusals } = planned.preview;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("agent:bulk.preview", { count: planned.total })}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      <Stack gap="sm">
        <p>{t("agent:bulk.would", { count: changed })}</p>
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
