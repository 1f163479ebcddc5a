import type { Card } from "@/api/types";

import { useColumns } from "../columns";
import styles from "./queue-table.module.css";

interface Props {
  cards: readonly Card[];
  /** The row the keyboard stands on. */
  current: number;
  teamName: (id: string) => string;
  showTeam: boolean;
  showAssignee: boolean;
  label: string;
}

export function QueueTable({ cards, current, teamName, showTeam, showAssignee, label }: Props) {
  const columns = useColumns(teamName, { showTeam, showAssignee });
  return (
    <table className={styles.table} aria-label={label}>
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
        {cards.map((card, index) => {
          const here = index === current;
          return (
            <tr key={card.id} className={here ? styles.current : undefined} data-current={here || undefined}>
              {columns.map(({ name, classOf, cell }) => (
                <td key={name} className={classOf(card)}>
                  {cell(card)}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
