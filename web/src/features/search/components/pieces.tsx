import type { SearchPiece } from "@/api/types";

import styles from "./pieces.module.css";

/** A text with what was looked for marked in it. */
export const Pieces = ({ of }: { of: readonly SearchPiece[] }) => (
  <bdi>
    {of.map(({ text, marked }, at) =>
      marked ? (
        <mark key={at} className={styles.mark}>
          {text}
        </mark>
      ) : (
        text
      ),
    )}
  </bdi>
);
