import { Button, Group, Modal, Text } from "@mantine/core";
import { useBlocker } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

/** Asks before somebody leaves what they typed and did not save. */
export function UnsavedGuard({ dirty }: { dirty: boolean }) {
  const { t } = useTranslation(["settings", "common"]);
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => dirty && current.pathname !== next.pathname,
    enableBeforeUnload: dirty,
    withResolver: true,
  });
  return (
    <Modal
      opened={status === "blocked"}
      onClose={() => reset?.()}
      title={t("settings:leave.title")}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      <Text size="sm">{t("settings:leave.text")}</Text>
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={() => proceed?.()}>
          {t("settings:leave.go")}
        </Button>
        <Button data-autofocus onClick={() => reset?.()}>
          {t("settings:leave.stay")}
        </Button>
      </Group>
    </Modal>
  );
}
