import { useMediaQuery } from "@mantine/hooks";
import { memo, useMemo, useRef, type CSSProperties, type Ref } from "react";

import type { Card, Density } from "@/api/types";
import { useOwnSettings } from "@/lib/desk/own-settings";
import { useWidth } from "@/lib/use-width";

import type { Row } from "../calm-order";
import type { Column } from "../columns";
import { NARROW, NARROW_ROW, PHONE, PHONE_ROW, ROW } from "../densities";
import { useWindowed } from "../use-windowed";
import styles from "./queue-table.module.css";

interface Props<T extends Card> {
  rows: readonly Row<T>[];
  columns: readonly Column<T>[];
  /** What stands for all columns where there is no room for them. */
  narrowColumn: Column<T>;
  /** Said at the row of what is no longer in the list. */
  whyGone: (id: string) => string;
  /** The ticket on whose row the keyboard stands, or stood last. */
  current: string | null;
  /** The ticket that stands beside the list. */
  open: string | undefined;
  onCurrent: (id: string) => void;
  grid: Ref<HTMLDivElement>;
  label: string;
  /** There are more than those that are here. */
  goesOn: boolean;
  /** Instead of how close the reader likes lists. */
  density?: Density | null;
  /** Two lines of words and buttons stand in each row, however close one wants them. */
  roomy?: boolean;
}

/** A ticket's row, whichever place that has by now; none while it is out of sight. */
export const rowOf = (grid: HTMLElement | null, id: string): HTMLElement | null | undefined =>
  grid?.querySelector<HTMLElement>(`[data-ticket="${CSS.escape(id)}"]`);

export function QueueTable<T extends Card>(props: Props<T>) {
  const { rows, whyGone, current, open, onCurrent, grid, label } = props;
  const own = useOwnSettings().data?.density ?? "normal";
  const density = props.density ?? own;
  const place = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const narrow = width !== null && width < NARROW;
  const columns = useMemo(
    () =>
      narrow ? [props.narrowColumn] : props.columns.filter(({ from = 0 }) => width === null || width >= from),
    [narrow, width, props.columns, props.narrowColumn],
  );
  const phone = useMediaQuery(PHONE, undefined, { getInitialValueInEffect: false });
  const height = narrow ? (phone ? PHONE_ROW : NARROW_ROW) : props.roomy ? NARROW_ROW : ROW[density];
  const drawn = useWindowed(body, rows.length, height);
  const at = rows.findIndex(({ card }) => card.id === current);
  // One row is reached by Tab, the others from there by arrows.
  const stop = at < 0 ? (drawn?.first ?? 0) : at;
  const shown = rows
    .map((row, index) => ({ row, index }))
    .filter(({ index }) => drawn === null || index === at || (index >= drawn.first && index < drawn.end));
  const sizes = {
    "--columns": columns.map((column) => column.width).join(" "),
    "--row": `${height}rem`,
  } as CSSProperties;
  return (
    <div ref={place} className={styles.place}>
      <div
        ref={grid}
        role="grid"
        aria-label={label}
        aria-rowcount={props.goesOn ? -1 : rows.length + 1}
        className={styles.grid}
        data-density={props.roomy ? "normal" : density}
        data-narrow={narrow || undefined}
        style={sizes}
        onFocus={({ target }) => {
          const id = target.closest<HTMLElement>("[data-ticket]")?.dataset.ticket;
          if (id !== undefined) onCurrent(id);
        }}
      >
        <div role="rowgroup" className={narrow ? "visually-hidden" : styles.head}>
          <div role="row" aria-rowindex={1} className={styles.columns}>
            {columns.map(({ name, head, headHidden = false }) => (
              <div key={name} role="columnheader">
                <span className={headHidden ? "visually-hidden" : undefined}>{head}</span>
              </div>
            ))}
          </div>
        </div>
        <div
          ref={body}
          role="rowgroup"
          className={styles.body}
          style={drawn === null ? undefined : { height: `${rows.length * height}rem` }}
        >
          {shown.map(({ row: { card, gone }, index }) => (
            <TicketRow
              key={card.id}
              card={card}
              columns={columns}
              gone={gone ? whyGone(card.id) : null}
              index={index}
              placed={drawn !== null}
              isCurrent={card.id === current}
              isOpen={card.id === open}
              isStop={index === stop}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

interface RowProps<T extends Card> {
  card: T;
  columns: readonly Column<T>[];
  gone: string | null;
  index: number;
  /** By its number, not behind the row before. */
  placed: boolean;
  isCurrent: boolean;
  isOpen: boolean;
  isStop: boolean;
}

function DrawnRow<T extends Card>(props: RowProps<T>) {
  const { card, columns, gone, index, placed, isCurrent, isOpen, isStop } = props;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={styles.row}
      data-ticket={card.id}
      data-phase={card.phase}
      aria-current={isOpen || undefined}
      data-current={isCurrent || undefined}
      data-gone={gone !== null || undefined}
      tabIndex={isStop ? 0 : -1}
      style={placed ? { position: "absolute", insetBlockStart: `calc(var(--row) * ${index})` } : undefined}
    >
      {columns.map(({ name, className, cell }) => (
        <div key={name} role="gridcell" className={className}>
          {cell(card, gone)}
        </div>
      ))}
    </div>
  );
}

/** Drawn anew only when it is another. */
const TicketRow = memo(DrawnRow) as typeof DrawnRow;
