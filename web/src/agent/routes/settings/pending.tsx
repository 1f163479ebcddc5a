import { Loading } from "@/components/states";

import styles from "./settings.module.css";

export function SettingsPending() {
  return (
    <div className={styles.pending}>
      <Loading lines={8} />
    </div>
  );
}
