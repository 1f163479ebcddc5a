import styles from "./file-name.module.css";

/** So much of the end always shows: the ending, and what tells one scan from the next. */
const TAIL = 12;

/** As people see letters, so that none is cut in two. */
const letters = (text: string): string[] =>
  Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);

/** The name of a file in one line; where it is too long, its middle is left out. */
export function FileName({ name }: { name: string }) {
  const all = letters(name);
  const cut = Math.max(all.length - TAIL, 0);
  return (
    <bdi className={styles.name} title={name}>
      <span className={styles.head}>{all.slice(0, cut).join("")}</span>
      <span className={styles.tail}>{all.slice(cut).join("")}</span>
    </bdi>
  );
}
