import type { ReactNode } from "react";

import styles from "./settings-page.module.css";

/** The head of a page of the settings: what it is about, and a line of what there is to know. */
export function SettingsHead({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <header className={styles.head}>
      <h1>{title}</h1>
      <p>{children}</p>
    </header>
  );
}
