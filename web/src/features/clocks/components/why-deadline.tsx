import { useTranslation } from "react-i18next";

import type { Clock, Ticket } from "@/api/types";
import { ErrorState, Loading } from "@/components/states";
import { Time } from "@/components/time";
import { listed } from "@/lib/isolated";
import { workSpan } from "@/lib/time-format";

import { useExplainedClocks } from "../api/explain-clocks";
import styles from "./why-deadline.module.css";

const KINDS = ["counted", "closed", "paused", "finished"] as const;

/** The clock's time line by line: what counted, what did not, and by which calendar, holiday or pause. */
export function WhyDeadline({ ticket, clock }: { ticket: Ticket; clock: Clock }) {
  const { t, i18n } = useTranslation("agent");
  const query = useExplainedClocks(ticket.id, ticket.revision);
  if (query.data === undefined) {
    if (query.error === null) return <Loading onRetry={() => void query.refetch()} />;
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  }
  const found = query.data.find((one) => one.clock === clock.clock && one.generation === clock.generation);
  return (
    <>
      <p className={styles.target}>
        {t("clock.target", { span: workSpan(clock.target_seconds, i18n.language) })} · {clock.calendar}
      </p>
      <ol className={styles.lines}>
        {found?.lines.map((line) => {
          const kind = KINDS.find((known) => known === line.kind);
          return (
            <li key={line.start} className={kind === "counted" ? styles.counted : undefined}>
              <span>
                <strong>{kind === undefined ? line.kind : t(`clock.kind.${kind}`)}</strong>
                {line.names.length > 0 && ` · ${listed(line.names)}`}
              </span>
              <span className={styles.when}>
                <Time at={line.start} /> – {line.end === null ? t("clock.now") : <Time at={line.end} />}
              </span>
              <span className={styles.counts}>
                {line.counted_seconds > 0
                  ? t("clock.counted", { span: workSpan(line.counted_seconds, i18n.language) })
                  : t("clock.notCounted")}
              </span>
            </li>
          );
        })}
      </ol>
      {clock.due_at !== null && (
        <p className={styles.target}>
          {t("clock.due", { time: "" })}
          <Time at={clock.due_at} />
        </p>
      )}
    </>
  );
}
