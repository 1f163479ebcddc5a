import { useTranslation } from "react-i18next";

import { useProductNow } from "@/lib/product-clock";
import { dayAndTime, fullTime } from "@/lib/time-format";

/** When whoever asked hears from us at the latest; what was missed is owned up to. */
export function AnswerBy({ at }: { at: string }) {
  const { t, i18n } = useTranslation("portal");
  const now = useProductNow(30_000);
  const when = dayAndTime(at, now, i18n.language);
  return (
    <time dateTime={at} title={fullTime(at, i18n.language)}>
      {Date.parse(at) > now ? t("answer.by", { when }) : t("answer.late", { when })}
    </time>
  );
}
