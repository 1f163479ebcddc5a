import { useTranslation } from "react-i18next";

import type { Visibility } from "@/api/types";
import { Keys } from "@/components/key-tip";

import styles from "./composer.module.css";

interface Props {
  /** Takes notes only. */
  closed: boolean;
  replyTo: string;
  onBegin: (what: Visibility) => void;
  /** Its requester is on the phone. */
  onCall: () => void;
}

/** At rest it is what one may begin. */
export function ComposerRest({ closed, replyTo, onBegin, onCall }: Props) {
  const { t } = useTranslation("agent");
  const begin = (words: string, key: string, onClick: () => void) => (
    <button type="button" className={styles.begin} aria-keyshortcuts={key} onClick={onClick}>
      {words} <Keys keys={key} />
    </button>
  );
  return (
    <section className={styles.rest} data-composer aria-label={t("composer.mode")}>
      {closed ? (
        <span className={styles.hint}>{t("composer.closed")}</span>
      ) : (
        begin(replyTo, "r", () => {
          onBegin("public");
        })
      )}
      {begin(t("composer.note"), "n", () => {
        onBegin("internal");
      })}
      {!closed && begin(t("composer.call"), "l", onCall)}
    </section>
  );
}
