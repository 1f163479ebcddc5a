import type { TFunction } from "i18next";
import type { Ref } from "react";

import { useTranslation } from "react-i18next";

import type { EventName } from "@/api/types";
import { useNewsOf } from "@/lib/live-context";

import type { Row } from "../calm-order";
import { useColumns } from "../columns";
import styles from "./queue-table.module.css";

interface Props {
  rows: readonly Row[];
  /** The ticket on whose row the keyboard stands, or stood last. */
  current: string | null;
  onCurrent: (id: string) => void;
  grid: Ref<HTMLTableElement>;
  teamName: (id: string) => string;
  showTeam: boolean;
  showAssignee: boolean;
  label: string;
}

/** A ticket's row, whichever place that has by now. */
export const rowOf = (grid: HTMLElement | null, id: string): HTMLElement | null | undefined =>
  grid?.querySelector<HTMLElement>(`[data-ticket="${CSS.escape(id)}"]`);

const REASONS = [
  "StateChanged",
  "TicketAssigned",
  "TicketDeescalated",
  "TicketEscalated",
  "TicketHandedOver",
  "TicketUpdated",
] as const;

function whyGone(news: EventName | null, t: TFunction<"agent">): string {
  const known = REASONS.find((reason) => reason === news);
  return known === undefined ? t("queue.gone") : t(`queue.goneBy.${known}`);
}

export function QueueTable({ rows, current, onCurrent, grid, ...about }: Props) {
  const { t } = useTranslation("agent");
  const columns = useColumns(about.teamName, about);
  // One row is reached by Tab, the others from there by arrows.
  const stop = rows.some(({ card }) => card.id === current) ? current : rows[0]?.card.id;
  const newsOf = useNewsOf();
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- its rows take the keyboard
    <table ref={grid} role="grid" className={styles.table} aria-label={about.label}>
      <thead>
        <tr>
          {columns.map(({ name, head }) => (
            <th key={name} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ card, gone }) => (
          <tr
            key={card.id}
            data-ticket={card.id}
            data-current={card.id === current || undefined}
            data-gone={gone || undefined}
            tabIndex={card.id === stop ? 0 : -1}
            onFocus={() => {
              onCurrent(card.id);
            }}
          >
            {columns.map(({ name, classOf, cell }) => (
              <td key={name} className={classOf(card)}>
                {cell(card)}
                {gone && name === "ticket" && (
                  <span className={styles.reason}>{whyGone(newsOf(card.id), t)}</span>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
