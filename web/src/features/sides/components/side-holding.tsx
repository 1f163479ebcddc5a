import { Checkbox, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { ChangeWriting, SideWriting } from "../writing";
import styles from "./side-composer.module.css";

/** Whether the ticket waits for whom one writes to, and by which name the settings know them. */
export function SideHolding({ value, change }: { value: SideWriting; change: ChangeWriting }) {
  const { t } = useTranslation("agent");
  return (
    <div className={styles.holding}>
      <Checkbox
        size="xs"
        label={t("sides.wait")}
        checked={value.holds}
        onChange={({ currentTarget }) => {
          change(() => ({ holds: currentTarget.checked }));
        }}
      />
      {value.holds && (
        <TextInput
          size="xs"
          label={t("sides.vendor")}
          value={value.vendor}
          onChange={({ currentTarget }) => {
            change(() => ({ vendor: currentTarget.value }));
          }}
        />
      )}
    </div>
  );
}
