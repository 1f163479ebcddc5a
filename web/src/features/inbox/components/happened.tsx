import { useTranslation } from "react-i18next";

import type { InboxNote } from "@/api/types";

/** What somebody was told of a ticket, the newest first, each once with how often. */
export function Happened({ notes }: { notes: readonly InboxNote[] }) {
  const { t } = useTranslation("agent");
  const concerns = notes.map(({ concern }) => concern).reverse();
  return [...new Set(concerns)]
    .map((concern) => {
      const count = concerns.filter((one) => one === concern).length;
      const words = t(`inbox.concern.${concern}`);
      return count === 1 ? words : t("inbox.times", { words, count });
    })
    .join(" · ");
}
