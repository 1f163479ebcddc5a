import type { ReactNode } from "react";

import styles from "./fact-rows.module.css";

interface Fact {
  label: string;
  value: ReactNode;
}

/** What is so, a row each. */
export function FactRows({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={styles.rows}>
      {facts.map(({ label, value }) => (
        <div key={label} className={styles.row}>
          <dt className={styles.label}>{label}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
