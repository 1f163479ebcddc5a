import { useEffect, useRef, useState, type RefObject } from "react";

import { MAIN_ID } from "@/components/skip-link";
import { rowOf } from "@/features/lists/components/queue-table";
import { useFocusAfterChange } from "@/lib/focus";

import type { OnRows } from "./actions";
import { lastRow, rememberList, rememberRow } from "./last-list";
import { useOpenTicket } from "./split/use-open-ticket";

export const isNowhere = (focused: Element | null): boolean =>
  focused === null || focused === document.body || focused.id === MAIN_ID;

interface Shown {
  rows: readonly { card: { id: string }; gone: boolean }[];
  /** There is something to show at all. */
  arrived: boolean;
  changes: number;
  show: () => void;
  hasKeyboard: () => boolean;
}

interface Rows {
  grid: RefObject<HTMLDivElement | null>;
  current: string | null;
  onCurrent: (id: string) => void;
  /** Put the keyboard on the row it stood on, or on the first. */
  stand: () => void;
  /** Put it on another row than those that leave now, once what is changed has been drawn. */
  leave: (ids: ReadonlySet<string>) => void;
  keys: OnRows;
}

/** The keyboard in a list of tickets: the row it stands on is remembered by the ticket's id. */
export function useRows({ rows, arrived, changes, show, hasKeyboard }: Shown): Rows {
  const { open, openTicket } = useOpenTicket();
  const [current, setCurrent] = useState(() => open ?? lastRow());
  const grid = useRef<HTMLDivElement>(null);
  const ids = rows.map(({ card }) => card.id);
  const remembered = ids.join(" ");
  useEffect(() => {
    rememberList(remembered === "" ? [] : remembered.split(" "));
  }, [remembered]);
  useEffect(() => {
    // Who comes back goes on where they were, unless they went elsewhere meanwhile.
    const row = lastRow();
    if (arrived && row !== null && isNowhere(document.activeElement)) rowOf(grid.current, row)?.focus();
  }, [arrived]);

  // What is opened beside the list is walked from there, and who closes it stands on its row.
  const [before, setBefore] = useState(open);
  if (before !== open) {
    setBefore(open);
    if (open !== undefined) setCurrent(open);
  }
  const wasOpen = useRef(open);
  useEffect(() => {
    const row = rowOf(grid.current, open ?? wasOpen.current ?? "");
    if (open !== undefined) {
      rememberRow(open);
      row?.scrollIntoView({ block: "nearest" });
    } else if (wasOpen.current !== undefined) row?.focus();
    wasOpen.current = open;
  }, [open, arrived]);

  const focusAfterChange = useFocusAfterChange();
  const standAt = (at: number) => {
    const id = ids[Math.min(Math.max(at, 0), ids.length - 1)];
    if (id === undefined) return;
    const row = rowOf(grid.current, id);
    if (row != null) row.focus();
    else {
      // Far from what is in sight: it is drawn once it is the one.
      setCurrent(id);
      focusAfterChange(() => rowOf(grid.current, id));
    }
  };
  const leave = (left: ReadonlySet<string>) => {
    const stood = Math.max(ids.indexOf(current ?? ""), 0);
    const goal = [...ids.slice(stood), ...ids.slice(0, stood).reverse()].find((id) => !left.has(id));
    if (goal !== undefined) focusAfterChange(() => rowOf(grid.current, goal));
  };
  const showNews = () => {
    // Where the keyboard stood, or on what stands there now: a row that is moved loses it.
    if (hasKeyboard()) leave(new Set(rows.flatMap(({ card, gone }) => (gone ? [card.id] : []))));
    show();
  };
  return {
    grid,
    current,
    onCurrent: (id) => {
      setCurrent(id);
      rememberRow(id);
    },
    stand: () => {
      standAt(ids.indexOf(current ?? ""));
    },
    leave,
    keys: {
      step: (by) => {
        const at = ids.indexOf(current ?? "");
        standAt(at < 0 ? 0 : at + by);
      },
      current: ids.find((id) => id === current) ?? null,
      open: openTicket,
      waiting: changes,
      show: showNews,
    },
  };
}
