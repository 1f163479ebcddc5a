import { useTranslation } from "react-i18next";

import type { WrittenArticle } from "@/api/types";
import { useProductNow } from "@/lib/product-clock";
import { dayAndTime, fullTime } from "@/lib/time-format";

type Edition = WrittenArticle["editions"][number];

/** What is to become of a text by itself, and when; nothing while nothing is planned. */
export function Planned({ edition: { publish_at, expire_at } }: { edition: Edition }) {
  const { t, i18n } = useTranslation("settings");
  const now = useProductNow(30_000);
  const said = (["plannedFor", "expires"] as const).flatMap((words) => {
    const at = words === "expires" ? expire_at : publish_at;
    return at === null ? [] : [{ words, at }];
  });
  if (said.length === 0) return null;
  return (
    <>
      {said.map(({ words, at }, index) => (
        <time key={words} dateTime={at} title={fullTime(at, i18n.language)}>
          {index > 0 && " · "}
          {t(`knowledge.${words}`, { when: dayAndTime(at, now, i18n.language) })}
        </time>
      ))}
    </>
  );
}
