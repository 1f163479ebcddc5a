import { useMediaQuery } from "@mantine/hooks";
import { memo, useMemo, useRef, type CSSProperties, type ReactNode, type Ref } from "react";
import { useTranslation } from "react-i18next";

import type { Card, Density } from "@/api/types";
import { useOwnSettings } from "@/lib/desk/own-settings";
import { keyOf } from "@/lib/shortcuts";
import { useWidth } from "@/lib/use-width";

import type { Row } from "../calm-order";
import type { Column } from "../columns";
import { NARROW, NARROW_ROW, PHONE, PHONE_ROW, ROW } from "../densities";
import type { Selecting } from "../use-selection";
import { useSwipe, type Swiping } from "../use-swipe";
import { useWindowed } from "../use-windowed";
import styles from "./queue-table.module.css";
import { RowMenu } from "./row-menu";

/** What is done to a row on a phone: by swiping it, or from its menu. */
export interface RowActs extends Swiping {
  onMenu: (id: string) => void;
  /** That which is open. */
  menu: { id: string; menu: ReactNode } | null;
}

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
  /** Where rows can be chosen. */
  selecting?: Selecting;
  /** Where something can be done to a row that is not open. */
  acts?: RowActs;
}

const CHOICE = "2rem ";
const MENU = " 2.75rem";

/** A ticket's row, whichever place that has by now; none while it is out of sight. */
export const rowOf = (grid: HTMLElement | null, id: string): HTMLElement | null | undefined =>
  grid?.querySelector<HTMLElement>(`[data-ticket="${CSS.escape(id)}"]`);

export function QueueTable<T extends Card>(props: Props<T>) {
  const { rows, whyGone, current, open, onCurrent, grid, label, selecting } = props;
  const { t } = useTranslation("agent");
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
  const height = phone && narrow ? PHONE_ROW : props.roomy || narrow ? NARROW_ROW : ROW[density];
  const drawn = useWindowed(body, rows.length, height);
  const at = rows.findIndex(({ card }) => card.id === current);
  // One row is reached by Tab, the others from there by arrows.
  const stop = at < 0 ? (drawn?.first ?? 0) : at;
  const shown = rows
    .map((row, index) => ({ row, index }))
    .filter(({ index }) => drawn === null || index === at || (index >= drawn.first && index < drawn.end));
  const acts = phone && narrow ? props.acts : undefined;
  const swipe = useSwipe(acts);
  const anyChosen = selecting !== undefined && (selecting.all || selecting.ids.size > 0);
  // On a phone the first is chosen from its menu: until then there is no room for boxes.
  const boxes = acts === undefined || anyChosen ? selecting : undefined;
  const tracks = columns.map((column) => column.width).join(" ");
  const sizes = {
    "--columns": (boxes ? CHOICE : "") + tracks + (acts ? MENU : ""),
    "--row": `${height}rem`,
  } as CSSProperties;
  return (
    <div ref={place} className={styles.place}>
      {/* eslint-disable-next-line jsx-a11y/interactive-supports-focus -- its rows are focused */}
      <div
        ref={grid}
        role="grid"
        aria-label={label}
        aria-rowcount={props.goesOn ? -1 : rows.length + 1}
        className={styles.grid}
        data-density={props.roomy ? "normal" : density}
        data-narrow={narrow || undefined}
        data-swiped={acts !== undefined || undefined}
        data-chosen={anyChosen || undefined}
        aria-multiselectable={selecting !== undefined || undefined}
        style={sizes}
        onFocus={({ target }) => {
          const id = target.closest<HTMLElement>("[data-ticket]")?.dataset.ticket;
          if (id !== undefined) onCurrent(id);
        }}
        onKeyDown={(event) => {
          // In a field the same key chooses its words, so this is no shortcut of the page.
          if (selecting === undefined || keyOf(event) !== "Ctrl+a") return;
          event.preventDefault();
          selecting.chooseLoaded();
        }}
      >
        <div role="rowgroup" className={narrow ? "visually-hidden" : styles.head}>
          <div role="row" aria-rowindex={1} className={styles.columns}>
            {boxes !== undefined && (
              <div role="columnheader">
                <span className="visually-hidden">{t("selection.column")}</span>
              </div>
            )}
            {columns.map(({ name, head, headHidden = false }) => (
              <div key={name} role="columnheader">
                <span className={headHidden ? "visually-hidden" : undefined}>{head}</span>
              </div>
            ))}
            {acts !== undefined && <div role="columnheader">{t("rows.acts")}</div>}
          </div>
        </div>
        <div
          ref={body}
          role="rowgroup"
          className={styles.body}
          {...swipe}
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
              isChosen={selecting && (selecting.all || selecting.ids.has(card.id))}
              onChoose={boxes?.choose}
              onMenu={acts?.onMenu}
              menu={acts?.menu?.id === card.id ? acts.menu.menu : null}
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
  /** Unknown where rows cannot be chosen. */
  isChosen?: boolean | undefined;
  onChoose?: ((id: string, range: boolean) => void) | undefined;
  onMenu?: ((id: string) => void) | undefined;
  menu: ReactNode;
}

function DrawnRow<T extends Card>(props: RowProps<T>) {
  const { card, columns, gone, index, placed, isCurrent, isOpen, isStop, isChosen, onChoose, onMenu } = props;
  const { t } = useTranslation("agent");
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
      aria-selected={isChosen}
      tabIndex={isStop ? 0 : -1}
      style={placed ? { position: "absolute", insetBlockStart: `calc(var(--row) * ${index})` } : undefined}
    >
      {onChoose !== undefined && (
        <div role="gridcell" className={styles.choice}>
          <input
            type="checkbox"
            tabIndex={-1}
            checked={isChosen ?? false}
            aria-label={t("selection.choose", { id: card.id })}
            onChange={({ nativeEvent }) => {
              onChoose(card.id, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey);
            }}
          />
        </div>
      )}
      {columns.map(({ name, className, cell }) => (
        <div key={name} role="gridcell" className={className}>
          {cell(card, gone)}
        </div>
      ))}
      {onMenu !== undefined && (
        <RowMenu id={card.id} isStop={isStop} onOpen={onMenu}>
          {props.menu}
        </RowMenu>
      )}
    </div>
  );
}

/** Drawn anew only when it is another. */
const TicketRow = memo(DrawnRow) as typeof DrawnRow;
