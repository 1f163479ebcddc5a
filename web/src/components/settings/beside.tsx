import type { ReactNode } from "react";

import styles from "./beside.module.css";

/** A form, and at its right what follows it; below it where there is no room. */
export function Beside({ children, aside }: { children: ReactNode; aside: ReactNode }) {
  return (
    <div className={styles.both}>
      {children}
      <div className={styles.aside}>{aside}</div>
    </div>
  );
}
