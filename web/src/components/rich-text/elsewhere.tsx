import { createContext, useMemo, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import styles from "./elsewhere.module.css";
import { elsewhereOf } from "./reference";

/** Whether the reader wants the pictures of this message that lie on other servers. */
export const ShownFromElsewhere = createContext(false);

interface Props {
  /** All of the message, also what is folded. */
  html: string | null;
  children: ReactNode;
}

/** A message, above which stands that pictures of it are not loaded, until the reader wants them. */
export function AskedForPictures({ html, children }: Props) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState(false);
  const some = useMemo(() => hasElsewhere(html), [html]);
  return (
    <ShownFromElsewhere value={wanted}>
      {some && !wanted && (
        <p className={styles.ask}>
          {t("pictures.notLoaded")}{" "}
          <button
            type="button"
            onClick={(event) => {
              // The button goes; whoever uses the keyboard stays at the message.
              event.currentTarget.closest("article")?.focus();
              setWanted(true);
            }}
          >
            {t("pictures.load")}
          </button>
        </p>
      )}
      {children}
    </ShownFromElsewhere>
  );
}

function hasElsewhere(html: string | null): boolean {
  if (!html?.includes("data-src")) return false;
  const { body } = new DOMParser().parseFromString(html, "text/html");
  return [...body.querySelectorAll("img")].some((image) => elsewhereOf(image) !== null);
}
