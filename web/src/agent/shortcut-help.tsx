import { Modal, Switch, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { Keys } from "@/components/key-tip";
import type { Action } from "@/lib/actions";
import { useChangeOwnSettings } from "@/lib/desk/own-settings";
import { matching } from "@/lib/matching";
import { useShortcutsOn } from "@/lib/shortcuts";

import { PLACES } from "./actions";
import styles from "./shortcut-help.module.css";

type Told = Pick<Action<never>, "id" | "keys" | "words">;

const withKeys = (actions: readonly Told[]) =>
  actions.flatMap(({ keys, ...told }) => (keys === undefined ? [] : [{ ...told, keys }]));

export function ShortcutHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation(["agent", "common"]);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t("agent:shortcuts.title")}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      <Inside />
    </Modal>
  );
}

function Inside() {
  const { t } = useTranslation(["agent", "common"]);
  const on = useShortcutsOn();
  const change = useChangeOwnSettings();
  const [text, setText] = useState("");
  const groups = PLACES.map(({ place, actions }) => ({
    place,
    found: matching(withKeys(actions), text, ({ words, keys }) => `${words(t)} ${keys.join(" ")}`),
  })).filter(({ found }) => found.length > 0);
  return (
    <>
      <Switch
        label={t("agent:shortcuts.on")}
        checked={on}
        onChange={(event) => {
          change({ single_keys: event.currentTarget.checked });
        }}
      />
      <TextInput
        data-autofocus
        type="search"
        className={styles.find}
        aria-label={t("agent:shortcuts.find")}
        placeholder={t("agent:shortcuts.find")}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
        }}
      />
      {groups.map(({ place, found }) => (
        <section key={place} className={styles.group}>
          <h3>{t(`agent:shortcuts.${place}`)}</h3>
          <dl>
            {found.map(({ id, keys, words }) => (
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
      {groups.length === 0 && <p role="status">{t("agent:shortcuts.none")}</p>}
    </>
  );
}
