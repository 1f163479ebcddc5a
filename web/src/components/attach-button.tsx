import { ActionIcon, FileButton, Tooltip } from "@mantine/core";
import { IconPaperclip } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import { fileSize } from "@/lib/time-format";

interface Props {
  maxBytes: number;
  onAdd: (files: readonly File[]) => void;
  className?: string | undefined;
}

/** Files for what one writes. */
export function AttachButton({ maxBytes, onAdd, className }: Props) {
  const { t, i18n } = useTranslation(["agent", "common"]);
  return (
    <FileButton multiple onChange={onAdd}>
      {(props) => (
        <Tooltip label={t("common:attachments.limit", { size: fileSize(maxBytes, i18n.language) })}>
          <ActionIcon
            {...props}
            size={30}
            variant="subtle"
            color="gray"
            className={className}
            aria-label={t("agent:composer.attach")}
          >
            <IconPaperclip size={18} />
          </ActionIcon>
        </Tooltip>
      )}
    </FileButton>
  );
}
