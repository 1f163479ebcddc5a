import { useTranslation } from "react-i18next";

import type { Mail } from "@/api/settings-types";
import badges from "@/components/badges.module.css";
import tones from "@/components/tones.module.css";

const TONES = {
  message: tones.ok,
  quarantine: tones.warn,
  bounce: tones.info,
  duplicate: tones.calm,
  ignored: tones.calm,
} as const;

/** What became of it, and in a few words why. */
export function OutcomeBadge({ mail: { outcome, reason } }: { mail: Pick<Mail, "outcome" | "reason"> }) {
  const { t } = useTranslation("settings");
  return (
    <span className={`${badges.badge} ${TONES[outcome]}`}>
      {t(`mails.outcome.${outcome}`)}
      {reason !== null && <>: {t(`mails.short.${reason}`)}</>}
    </span>
  );
}
