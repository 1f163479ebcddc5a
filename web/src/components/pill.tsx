import type { ComponentProps } from "react";

import styles from "./pill.module.css";

/** Lies upon what is read and leads to what has come meanwhile. */
export const Pill = (props: Omit<ComponentProps<"button">, "className" | "type">) => (
  <button {...props} type="button" className={styles.pill} />
);
