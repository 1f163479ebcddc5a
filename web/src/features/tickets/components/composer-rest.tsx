import { useTranslation } from "react-i18next";

import type { Visibility } from "@/api/types";
import { Keys } from "@/components/key-tip";

import styles from "./composer.module.css";

interface Props {
  /** Takes notes only. */
  closed: boolean;
  replyTo: string;
  onBegin: (what: Visibility) => void;
}

/** At rest it is what one may begin. */
export function ComposerRest({ closed, replyTo, onBegin }: Props) {
  const { t } = useTranslation("agent");
  const begin = (what: Visibility, words: string, key: string) => (
    <button
      type="button"
      className={styles.begin}
      aria-keyshortcuts={key}
      onClick={() => {
        onBegin(what);
      }}
    >
      {words} <Keys keys={key} />
    </button>
  );
  return (
    <section className={styles.rest} data-composer aria-label={t("composer.mode")}>
      {closed ? <span className={styles.hint}>{t("composer.closed")}</span> : begin("public", replyTo, "r")}
      {begin("internal", t("composer.note"), "n")}
    </section>
  );
}
