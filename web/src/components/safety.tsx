import { useTranslation } from "react-i18next";

import { useSafety, type Part } from "@/lib/desk/kept-drafts";
import { productNow } from "@/lib/product-clock";
import { shortTime } from "@/lib/time-format";

import styles from "./safety.module.css";

const SAVED = {
  kept: "agent:drafts.saved",
  here: "agent:composer.saved",
  onlyHere: "agent:drafts.onlyHere",
} as const;

/** How far what one writes is safe, in words. */
export function Safety({ of }: { of: Part | null }) {
  const { t, i18n } = useTranslation(["agent", "common"]);
  const safety = useSafety(of ?? { ticketId: "", kind: "", at: undefined });
  return (
    <span className={styles.safety}>
      {of?.at !== undefined &&
        !of.isEmpty &&
        t(SAVED[safety], { time: shortTime(of.at, productNow(), i18n.language) })}
    </span>
  );
}
