import type { ReactNode } from "react";

import styles from "./narrow-cell.module.css";

interface Props {
  first: ReactNode;
  /** At the end of the first line. */
  corner: ReactNode;
  second: ReactNode;
  /** At the end of the second line. */
  marks: ReactNode;
  below?: ReactNode;
}

/** A row where there is no room for columns. */
export const NarrowCell = ({ first, corner, second, marks, below }: Props) => (
  <div className={styles.narrow}>
    <span className={styles.line}>
      <span className={styles.first}>{first}</span>
      <span className={styles.corner}>{corner}</span>
    </span>
    <span className={styles.line}>
      <span className={styles.second}>{second}</span>
      <span className={styles.marks}>{marks}</span>
    </span>
    {below}
  </div>
);
