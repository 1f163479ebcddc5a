import { Fragment } from "react";

import styles from "./plain-text.module.css";

const LINK = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]}'])/g;

/** What somebody typed, as typed; only addresses become links. */
export function PlainText({ text }: { text: string }) {
  return (
    <bdi className={styles.text}>
      {text.split(LINK).map((part, index) =>
        index % 2 === 1 ? (
          <a key={index} href={part} rel="noopener noreferrer nofollow" target="_blank">
            {part}
          </a>
        ) : (
          <Fragment key={index}>{part}</Fragment>
        ),
      )}
    </bdi>
  );
}
