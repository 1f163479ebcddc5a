/** Rows that come and go under the keyboard: it goes on in the new one, or where the one that is gone was. */
import { useRef, type RefObject } from "react";

import { FIELDS, useFocusAfterChange } from "./focus";

interface Rows {
  added: () => void;
  removed: (index: number) => void;
}

/** The reference is for what holds the rows (marked `data-row`); what adds one (`data-add`) is among or beside them. */
export function useRows<T extends HTMLElement = HTMLDivElement>(): [RefObject<T | null>, Rows] {
  const holder = useRef<T>(null);
  const focus = useFocusAfterChange();
  const to = (chosen: (rows: Element[]) => Element | undefined) => {
    focus(() => {
      const all = holder.current;
      const row = chosen([...(all?.querySelectorAll(":scope > [data-row]") ?? [])]);
      const add =
        all?.querySelector(":scope > [data-add]") ?? all?.parentElement?.querySelector("[data-add]");
      return row === undefined ? add : row.querySelector(FIELDS);
    });
  };
  const rows = {
    added: () => {
      to((all) => all.at(-1));
    },
    removed: (index: number) => {
      to((all) => all[index] ?? all.at(-1));
    },
  };
  return [holder, rows];
}
