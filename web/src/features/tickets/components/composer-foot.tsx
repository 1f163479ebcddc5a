import { ActionIcon, FileButton, Menu, Tooltip } from "@mantine/core";
import { IconDots, IconPaperclip } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import type { Attachments } from "@/lib/attachments";
import { fileSize } from "@/lib/time-format";

import type { OnComposer } from "../composing";
import styles from "./composer.module.css";
import { SendButton, type AfterSend } from "./send-button";

interface Props {
  on: OnComposer;
  note: boolean;
  busy: boolean;
  attachments: Attachments;
  onAttach: (files: readonly File[]) => void;
  /** Where one is led when the ticket moves on with it. */
  then: AfterSend;
  /** How far what is written is safe. */
  kept: string | null;
  /** None while there is nothing to throw away. */
  onDiscard: (() => void) | null;
}

export function ComposerFoot({ on, note, busy, attachments, onAttach, then, kept, onDiscard }: Props) {
  const { t, i18n } = useTranslation(["agent", "common"]);
  const limit = fileSize(attachments.maxBytes, i18n.language);
  return (
    <div className={styles.end}>
      <SendButton {...{ on, note, busy, then }} />
      <FileButton multiple onChange={onAttach}>
        {(props) => (
          <Tooltip label={t("common:attachments.limit", { size: limit })}>
            <ActionIcon
              {...props}
              size={30}
              variant="subtle"
              color="gray"
              className={styles.attach}
              aria-label={t("agent:composer.attach")}
            >
              <IconPaperclip size={18} />
            </ActionIcon>
          </Tooltip>
        )}
      </FileButton>
      <span className={styles.kept}>{kept}</span>
      {onDiscard !== null && (
        <Menu position="top-end">
          <Menu.Target>
            <ActionIcon
              size={30}
              variant="subtle"
              color="gray"
              disabled={busy}
              aria-label={t("agent:composer.more")}
            >
              <IconDots size={18} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={onDiscard}>{t("agent:discard")}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  );
}
