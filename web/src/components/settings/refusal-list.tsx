import { useCallback, useState } from "react";

import type { Refusals } from "@/lib/field-errors";
import { fieldAt, goToField, nameOfField } from "@/lib/refused-fields";

import styles from "./refusal-list.module.css";

/** What was refused, each under the name of its field, which leads there; under its place where no field is. */
export function RefusalList({ refusals }: { refusals: Refusals }) {
  return (
    <ul className={styles.refusals}>
      {refusals.map(({ place, message }) => (
        <Refusal key={place + message} place={place} message={message} />
      ))}
    </ul>
  );
}

function Refusal({ place, message }: Refusals[number]) {
  const [name, setName] = useState("");
  // The fields are in the page by the time this is.
  const ask = useCallback(() => {
    const field = fieldAt(place);
    setName(field === undefined ? "" : nameOfField(field));
  }, [place]);
  return (
    <li ref={ask}>
      {name === "" ? (
        <code>{place}</code>
      ) : (
        <button
          type="button"
          className={styles.to}
          onClick={() => {
            goToField(place);
          }}
        >
          {name}
        </button>
      )}
      : {message}
    </li>
  );
}
