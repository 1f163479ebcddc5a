import { ActionIcon, Button, Menu } from "@mantine/core";
import { IconTicket } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import { AttachButton } from "@/components/attach-button";
import { KeyTip } from "@/components/key-tip";
import { Safety } from "@/components/safety";
import { ariaKeys } from "@/lib/actions";
import type { Attachments } from "@/lib/attachments";
import type { Part } from "@/lib/desk/kept-drafts";

import { sendBeside } from "../composing";
import type { ChangeWriting, SharedFile, SideWriting } from "../writing";
import styles from "./side-composer.module.css";

interface Props {
  value: SideWriting;
  change: ChangeWriting;
  written: Part | null;
  attachments: Attachments;
  /** Files of the ticket that can go along. */
  offered: readonly SharedFile[];
  onSend: () => void;
}

/** Sending, and the files that go along: new ones, or those of the ticket. */
export function SideFoot({ value, change, written, attachments, offered, onSend }: Props) {
  const { t } = useTranslation(["agent", "common"]);
  return (
    <div className={styles.foot}>
      <KeyTip of={sendBeside}>
        <Button size="xs" className={styles.send} aria-keyshortcuts={ariaKeys(sendBeside)} onClick={onSend}>
          {sendBeside.words(t)}
        </Button>
      </KeyTip>
      <AttachButton maxBytes={attachments.maxBytes} onAdd={attachments.add} />
      <Menu position="top-start" closeOnItemClick={false}>
        <Menu.Target>
          <ActionIcon size={30} variant="subtle" color="gray" aria-label={t("agent:sides.files")}>
            <IconTicket size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{offered.length === 0 ? t("agent:sides.noFiles") : t("agent:sides.files")}</Menu.Label>
          {offered.map((file) => (
            <Menu.CheckboxItem
              key={file.id}
              checked={value.shared.some(({ id }) => id === file.id)}
              onChange={(checked) => {
                change(({ shared }) => ({
                  shared: checked ? [...shared, file] : shared.filter(({ id }) => id !== file.id),
                }));
              }}
            >
              <bdi>{file.name}</bdi>
            </Menu.CheckboxItem>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Safety of={written} />
    </div>
  );
}
