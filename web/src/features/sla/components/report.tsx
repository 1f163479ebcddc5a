import { Progress } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { SlaSettings } from "@/api/settings-types";
import type { Asked } from "@/components/settings/conditions";
import { Notice } from "@/components/states";
import { useWords } from "@/lib/words";

import { useProgress } from "../api/get-progress";
import styles from "./sla.module.css";

/** What an administrator should know of the policies that hold. */
export function Report({ settings }: { settings: SlaSettings }) {
  const { t } = useTranslation("settings");
  const words = useWords();
  const { overlaps, gaps, unmatched } = settings.report;
  const name = (ref: string) => {
    const found = settings.policies.find(({ id }) => ref.startsWith(`${String(id)}@`));
    return typeof found?.name === "string" ? found.name : ref;
  };
  if (overlaps.length === 0 && gaps.length === 0 && unmatched === null) {
    return <Notice tone="ok">{t("report.fine")}</Notice>;
  }
  return (
    <div className={styles.report}>
      {unmatched !== null && (
        <Notice tone="warn">
          {t("report.unmatched")}{" "}
          {Object.entries(unmatched)
            .map(([key, value]) => `${t(`asked.${key as Asked}`, { defaultValue: key })}: ${value}`)
            .join(", ")}
        </Notice>
      )}
      {overlaps.length > 0 && (
        <Notice tone={overlaps.some(({ hidden }) => hidden) ? "warn" : "info"}>
          {t("report.overlaps")}
          <ul>
            {overlaps.map(({ first, second, hidden }) => (
              <li key={first + second}>
                {t(hidden ? "report.hidden" : "report.overlap", { first: name(first), second: name(second) })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {gaps.length > 0 && (
        <Notice tone="info">
          {t("report.gaps")}
          <ul>
            {gaps.map(({ policy, clock, priorities }) => (
              <li key={policy + clock}>
                {name(policy)}: {words.clock(clock)}, {priorities.join(", ")}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}

/** After a save, open tickets follow one after the other. */
export function FollowProgress() {
  const { t } = useTranslation("settings");
  const { data } = useProgress();
  if (data === undefined || data.walks === 0) return null;
  // Workers hear of new settings one after the other; nothing is looked at before the last of them has.
  const begun = data.done > 0 || data.walks_finished > 0;
  const percent = Math.round((data.walks_finished / data.walks) * 100);
  return (
    <div role="status">
      {data.finished ? (
        <p className={styles.quiet}>
          {t("progress.done", { revision: data.revision, tickets: data.done, changed: data.changed })}
        </p>
      ) : !begun ? (
        <p className={styles.quiet}>{t("progress.soon", { revision: data.revision })}</p>
      ) : (
        <>
          <p className={styles.quiet}>
            {t("progress.running", { revision: data.revision, tickets: data.done, changed: data.changed })}
          </p>
          <Progress value={percent} aria-label={t("progress.label")} animated mt={4} />
        </>
      )}
    </div>
  );
}
