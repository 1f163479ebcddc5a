import type { ReactNode } from "react";

import styles from "./told.module.css";

/** What happened, with what was said about it: a box among the lines of the conversation. */
export const ToldBox = ({ children }: { children: ReactNode }) => (
  <span className={styles.told}>{children}</span>
);

export const Said = ({ label, children }: { label: string; children: ReactNode }) => (
  <span>
    <strong>{label}:</strong> {children}
  </span>
);
