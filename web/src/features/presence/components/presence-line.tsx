import { useTranslation } from "react-i18next";

import { isolated } from "@/lib/isolated";
import type { Present } from "@/lib/live-messages";
import { localeOf } from "@/lib/time-format";

import styles from "./presence.module.css";

const NAMED = 2;

/** Who else is at the ticket and what they do there; those who write come first. */
export function PresenceLine({ others }: { others: readonly Present[] }) {
  const { t, i18n } = useTranslation("agent");
  const said = (["writing", "looking"] as const).flatMap((doing) => {
    const names = others.filter((other) => other.doing === doing).map(({ name }) => isolated(name));
    if (names.length === 0) return [];
    const more = names.length - NAMED;
    const shown = more > 0 ? [...names.slice(0, NAMED), t("presence.more", { count: more })] : names;
    const list = new Intl.ListFormat(localeOf(i18n.language)).format(shown);
    return [t(`presence.${doing}`, { count: names.length, names: list })];
  });
  return (
    <div aria-live="polite" className={styles.place}>
      {said.length > 0 && <p className={styles.line}>{said.join(" · ")}</p>}
    </div>
  );
}
