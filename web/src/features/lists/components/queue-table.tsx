import type { Ref } from "react";

import type { Card } from "@/api/types";

import type { Row } from "../calm-order";
import type { Column } from "../columns";
import styles from "./queue-table.module.css";

interface Props<T extends Card> {
  rows: readonly Row<T>[];
  columns: readonly Column<T>[];
  /** Said at the row of what is no longer in the list. */
  whyGone: (id: string) => string;
  /** The ticket on whose row the keyboard stands, or stood last. */
  current: string | null;
  /** The ticket that stands beside the list. */
  open: string | undefined;
  onCurrent: (id: string) => void;
  grid: Ref<HTMLTableElement>;
  label: string;
}

/** A ticket's row, whichever place that has by now. */
export const rowOf = (grid: HTMLElement | null, id: string): HTMLElement | null | undefined =>
  grid?.querySelector<HTMLElement>(`[data-ticket="${CSS.escape(id)}"]`);

export function QueueTable<T extends Card>(props: Props<T>) {
  const { rows, columns, whyGone, current, open, onCurrent, grid, label } = props;
  // One row is reached by Tab, the others from there by arrows.
  const stop = rows.some(({ card }) => card.id === current) ? current : rows[0]?.card.id;
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- its rows take the keyboard
    <table ref={grid} role="grid" className={styles.table} aria-label={label}>
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
            aria-current={card.id === open || undefined}
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
                {gone && name === "ticket" && <span className={styles.reason}>{whyGone(card.id)}</span>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
