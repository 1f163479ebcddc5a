import { IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";

import styles from "./person-chips.module.css";

interface Props<Person> {
  label: string;
  people: readonly Person[];
  /** What the button says that takes one out; without it, all stay. */
  remove?: { words: (name: string) => string; run: (person: Person) => void };
  busy?: boolean;
  /** What stands behind the last. */
  children?: ReactNode;
}

/** People in a row, by name, each with the address it goes to. */
export function PersonChips<Person extends { name: string; email: string }>(props: Props<Person>) {
  const { label, people, remove, busy = false, children } = props;
  return (
    <ul className={styles.chips} aria-label={label}>
      {people.map((person) => (
        <li key={person.email} className={styles.chip} title={person.email}>
          <bdi>{person.name || person.email}</bdi>
          {remove !== undefined && (
            <button
              type="button"
              disabled={busy}
              aria-label={remove.words(person.name || person.email)}
              onClick={() => {
                remove.run(person);
              }}
            >
              <IconX size={14} aria-hidden />
            </button>
          )}
        </li>
      ))}
      {children !== undefined && <li>{children}</li>}
    </ul>
  );
}
