import { useTranslation } from "react-i18next";

import type { BulkRefusal } from "@/api/types";
import { TicketLink } from "@/components/ticket-link";
import { reasonOf } from "@/lib/field-errors";

import styles from "./bulk.module.css";

/** So many are named; of more it is said how many. */
const NAMED = 50;

const OWN = {
  not_found: "bulk.why.not_found",
  stale: "bulk.why.stale",
  conflict: "bulk.why.conflict",
  forbidden: "bulk.why.forbidden",
  transition_refused: "bulk.why.transition_refused",
} as const;

/** Which tickets were refused, by why. */
export function Refusals({ refusals, onOpen }: { refusals: readonly BulkRefusal[]; onOpen: () => void }) {
  const { t } = useTranslation("agent");
  const said = ({ code, values }: BulkRefusal) =>
    code in OWN ? t(OWN[code as keyof typeof OWN]) : reasonOf({ code, values });
  return (
    <ul className={styles.refusals}>
      {refusals.map((refusal) => (
        <li key={refusal.code}>
          <p>{said(refusal)}</p>
          {/* The dialog would stay above the page it leads to. */}
          <p className={styles.tickets} onClickCapture={onOpen}>
            {refusal.tickets.slice(0, NAMED).map((id) => (
              <TicketLink key={id} id={id}>
                {id}
              </TicketLink>
            ))}
            {refusal.tickets.length > NAMED && (
              <span>{t("bulk.more", { count: refusal.tickets.length - NAMED })}</span>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
