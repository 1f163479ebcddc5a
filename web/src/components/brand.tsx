import styles from "./brand.module.css";

interface Props {
  name: string;
}

/** The mark: a ticket that is also a speech bubble, with a tick in it. */
export function Brand({ name }: Props) {
  return (
    <span className={styles.brand}>
      <svg viewBox="0 0 32 32" aria-hidden="true" className={styles.mark}>
        <path d="M6 4h20a3 3 0 0 1 3 3v5.2a4 4 0 0 0 0 7.6V22a3 3 0 0 1-3 3h-9.5l-5.6 4.6A1 1 0 0 1 9.2 29v-4H6a3 3 0 0 1-3-3v-2.2a4 4 0 0 0 0-7.6V7a3 3 0 0 1 3-3z" />
        <path className={styles.tick} d="m10.5 14.8 3.9 3.9 7.3-7.8" />
      </svg>
      <bdi>{name}</bdi>
    </span>
  );
}
