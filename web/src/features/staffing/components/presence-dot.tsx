import styles from "./presence-dot.module.css";

/** Whether somebody is there; the words stand beside it. `out` is empty for who is. */
export const PresenceDot = ({ out }: { out: string }) => (
  <span className={`${styles.dot} ${out === "" ? styles.there : ""}`} aria-hidden="true" />
);
