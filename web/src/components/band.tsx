import { Progress } from "@mantine/core";
import type { ReactNode } from "react";

import styles from "./band.module.css";

interface Props {
  label: string;
  /** How far it is, of a hundred; null once there is nothing to wait for. */
  far: number | null;
  /** Said to screen readers as it changes. */
  words: ReactNode;
  /** What can be done with it. */
  children: ReactNode;
}

/** Above every page: how far something is that goes on meanwhile. */
export function Band({ label, far, words, children }: Props) {
  return (
    <div className={styles.band}>
      {far !== null && <Progress size={2} className={styles.line} value={far} aria-label={label} />}
      <p role="status">{words}</p>
      {children}
    </div>
  );
}
