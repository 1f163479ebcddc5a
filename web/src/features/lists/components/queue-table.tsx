import type { Ref } from "react";

import type { Card } from "@/api/types";

import { useColumns } from "../columns";
import styles from "./queue-table.module.css";

interface Props {
  cards: readonly Card[];
  /** The ticket on whose row the keyboard stands, or stood last. */
  current: string | null;
  onCurrent: (id: string) => void;
  grid: Ref<HTMLTableElement>;
  teamName: (id: string) => string;
  showTeam: boolean;
  showAssignee: boolean;
  label: string;
}

/** Puts the keyboard on a ticket's row, whichever place that has by now. */
export const standOn = (grid: HTMLElement | null, id: string): void => {
  grid?.querySelector<HTMLElement>(`[data-ticket="${CSS.escape(id)}"]`)?.focus();
};

export function QueueTable({ cards, current, onCurrent, grid, ...about }: Props) {
  const columns = useColumns(about.teamName, about);
  // One row is reached by Tab, the others from there by arrows.
  const stop = cards.some(({ id }) => id === current) ? current : cards[0]?.id;
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
        {cards.map((card) => (
          <tr
            key={card.id}
            data-ticket={card.id}
            data-current={card.id === current || undefined}
            tabIndex={card.id === stop ? 0 : -1}
            onFocus={() => {
              onCurrent(card.id);
            }}
          >
            {columns.map(({ name, classOf, cell }) => (
              <td key={name} className={classOf(card)}>
                {cell(card)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
