import { Modal, Switch } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { Keys } from "@/components/key-tip";
import type { Action } from "@/lib/actions";
import { switchShortcuts, useShortcutsOn } from "@/lib/shortcuts";

import { PLACES } from "./actions";
import styles from "./shortcut-help.module.css";

type Told = Pick<Action<never>, "id" | "keys" | "words">;

const withKeys = (actions: readonly Told[]) =>
  actions.flatMap(({ keys, ...told }) => (keys === undefined ? [] : [{ ...told, keys }]));

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
      {PLACES.map(({ place, actions }) => (
        <section key={place} className={styles.group}>
          <h3>{t(`agent:shortcuts.${place}`)}</h3>
          <dl>
            {withKeys(actions).map(({ id, keys, words }) => (
              <div key={id}>
                <dt>
                  {keys.map((key) => (
                    <Keys key={key} keys={key} />
                  ))}
                </dt>
                <dd>{words(t)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Modal>
  );
}
