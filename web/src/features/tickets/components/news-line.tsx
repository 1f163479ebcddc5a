import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { Entry } from "@/api/types";
import { isolated } from "@/lib/isolated";
import { productNow } from "@/lib/product-clock";
import { shortTime } from "@/lib/time-format";

import styles from "./conflict-notice.module.css";

interface Props {
  /** What others did since one began to write; the first is what one should read. */
  news: readonly Entry[];
  onRead: (entryId: string) => void;
  /** It is known now, and not asked about when one sends. */
  onKeepWriting: () => void;
}

/** Said while one writes, as soon as it comes. It takes neither the focus nor a word. */
export function NewsLine({ news, onRead, onKeepWriting }: Props) {
  const { t, i18n } = useTranslation("agent");
  const [first, ...others] = news;
  const said = (entry: Entry) =>
    t(entry.body === null ? "conflict.didSomething" : "conflict.replied", {
      name: isolated(entry.actor.name),
      time: shortTime(entry.at, productNow(), i18n.language),
      interpolation: { escapeValue: false },
    });
  return (
    <div role="status" className={styles.place}>
      {first !== undefined && (
        <div className={styles.line}>
          <span>
            {said(first)} {others.length > 0 && t("conflict.more", { count: others.length })}
          </span>
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => {
              onRead(first.id);
            }}
          >
            {t("conflict.read")}
          </Button>
          <Button size="compact-xs" variant="subtle" onClick={onKeepWriting}>
            {t("conflict.keepWriting")}
          </Button>
        </div>
      )}
    </div>
  );
}
