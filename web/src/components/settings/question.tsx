import { Button, Group, Modal, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

interface Props {
  title: string;
  /** What the button says that does it. */
  doing: string;
  pending: boolean;
  onDo: () => void;
  onClose: () => void;
  /** What will happen. */
  children: ReactNode;
}

/** Asks before something that is not undone by a word. */
export function Question({ title, doing, pending, onDo, onClose, children }: Props) {
  const { t } = useTranslation("common");
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ "aria-label": t("close") }}>
      <Stack gap="sm">
        {children}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" data-autofocus onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button color="red" loading={pending} onClick={onDo}>
            {doing}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
