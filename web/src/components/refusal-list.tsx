import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";

import type { Refusals } from "@/lib/field-errors";
import { fieldAt, goToField, nameOfField } from "@/lib/refused-fields";

import styles from "./refusal-list.module.css";

interface Props {
  refusals: Refusals;
  /** The reader knows the document by its places: they are shown where no field is. */
  places?: boolean;
}

/** What was refused in a form, each under the name of its field, which leads there. */
export function RefusalList({ refusals, places = false }: Props) {
  return (
    <ul className={styles.refusals}>
      {refusals.map(({ place, message }) => (
        <Refusal key={place + message} {...{ place, message, places }} />
      ))}
    </ul>
  );
}

function Refusal({ place, message, places }: Refusals[number] & { places: boolean }) {
  const { t } = useTranslation("common");
  const [name, setName] = useState("");
  // The fields are in the page by the time this is.
  const ask = useCallback(
    (item: HTMLLIElement | null) => {
      const field = fieldAt(place, item?.closest("form") ?? document);
      setName(field === undefined ? "" : nameOfField(field));
    },
    [place],
  );
  return (
    <li ref={ask}>
      {name === "" ? (
        places ? (
          <code>{place}</code>
        ) : (
          t("error.elsewhere")
        )
      ) : (
        <button
          type="button"
          className={styles.to}
          onClick={({ currentTarget }) => {
            goToField(place, currentTarget.closest("form") ?? document);
          }}
        >
          <bdi>{name}</bdi>
        </button>
      )}
      : {message}
    </li>
  );
}
