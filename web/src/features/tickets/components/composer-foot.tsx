import { ActionIcon, Menu } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import { AttachButton } from "@/components/attach-button";
import { Safety } from "@/components/safety";
import type { Attachments } from "@/lib/attachments";
import type { Part } from "@/lib/desk/kept-drafts";

import type { OnComposer } from "../composing";
import styles from "./composer.module.css";
import { SendButton, type AfterSend } from "./send-button";
import { ThenChip } from "./then-chip";

interface Props {
  on: OnComposer;
  note: boolean;
  busy: boolean;
  attachments: Attachments;
  onAttach: (files: readonly File[]) => void;
  /** Where one is led when the ticket moves on with it. */
  then: AfterSend;
  written: Part | null;
  /** None while there is nothing to throw away. */
  onDiscard: (() => void) | null;
}

export function ComposerFoot({ on, note, busy, attachments, onAttach, then, written, onDiscard }: Props) {
  const { t } = useTranslation("agent");
  return (
    <div className={styles.end}>
      <SendButton {...{ on, note, busy, then }} />
      <AttachButton maxBytes={attachments.maxBytes} onAdd={onAttach} className={styles.attach} />
      {!note && <ThenChip then={then} />}
      <Safety of={written} />
      {onDiscard !== null && (
        <Menu position="top-end">
          <Menu.Target>
            <ActionIcon
              size={30}
              variant="subtle"
              color="gray"
              disabled={busy}
              aria-label={t("composer.more")}
            >
              <IconDots size={18} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={onDiscard}>{t("discard")}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  );
}
