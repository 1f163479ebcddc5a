import { useId, type ReactNode } from "react";

import styles from "./side-card.module.css";

/** The frame of what stands beside a ticket's conversation. */
export function SideCard({ title, children }: { title: string; children: ReactNode }) {
  const heading = useId();
  return (
    <section className={styles.card} aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      {children}
    </section>
  );
}
