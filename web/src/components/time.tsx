import { useTranslation } from "react-i18next";

import { useProductNow } from "@/lib/product-clock";
import { fullTime, relativeTime, shortTime } from "@/lib/time-format";

interface Props {
  at: string;
  relative?: boolean;
}

/** An instant in the reader's zone; everything about it, with the offset, on hover. */
export function Time({ at, relative = false }: Props) {
  const { i18n } = useTranslation();
  const now = useProductNow(30_000);
  const text = relative ? relativeTime(at, now, i18n.language) : shortTime(at, now, i18n.language);
  return (
    <time dateTime={at} title={fullTime(at, i18n.language)}>
      {text}
    </time>
  );
}
