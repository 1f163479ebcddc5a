import { Kbd, Modal, Switch } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { switchShortcuts, useShortcutsOn } from "@/lib/shortcuts";

import styles from "./shortcut-help.module.css";

const GROUPS = [
  [
    "anywhere",
    [
      ["?", "help"],
      ["m", "mine"],
      ["u", "unassigned"],
      ["c", "new"],
    ],
  ],
  [
    "list",
    [
      ["j", "next"],
      ["k", "previous"],
      ["o", "open"],
      ["/", "filter"],
    ],
  ],
  [
    "ticket",
    [
      ["r", "reply"],
      ["n", "note"],
      ["Ctrl+Enter", "send"],
      ["t", "take"],
      ["e", "escalate"],
      ["p", "pin"],
      ["b", "back"],
    ],
  ],
] as const;

export function ShortcutHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation(["agent", "common"]);
  const on = useShortcutsOn();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t("agent:shortcuts.title")}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      <Switch
        label={t("agent:shortcuts.on")}
        checked={on}
        onChange={(event) => {
          switchShortcuts(event.currentTarget.checked);
        }}
      />
      {GROUPS.map(([group, keys]) => (
        <section key={group} className={styles.group}>
          <h3>{t(`agent:shortcuts.${group}`)}</h3>
          <dl>
            {keys.map(([key, what]) => (
              <div key={key}>
                <dt>
                  <Kbd>{key}</Kbd>
                </dt>
                <dd>{t(`agent:shortcuts.${what}`)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Modal>
  );
}
