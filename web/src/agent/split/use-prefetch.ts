import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, type FocusEventHandler, type PointerEventHandler } from "react";

import { ticketQuery } from "@/lib/desk/get-ticket";

/** Who walks or points on is not waited for. */
const REST_MS = 80;

interface Prefetch {
  onFocus: FocusEventHandler;
  onPointerOver: PointerEventHandler;
  onPointerDown: PointerEventHandler;
  onPointerLeave: PointerEventHandler;
}

const ticketAt = (target: EventTarget): string | undefined =>
  target instanceof Element ? target.closest<HTMLElement>("[data-ticket]")?.dataset.ticket : undefined;

/** The ticket one is about to open is read before it is opened: of a row that has the keyboard, or a pointer upon it. */
export function usePrefetch(): Prefetch {
  const client = useQueryClient();
  const timer = useRef<number | undefined>(undefined);
  const stop = () => {
    window.clearTimeout(timer.current);
  };
  useEffect(() => stop, []);
  const read = (id: string | undefined) => {
    if (id !== undefined) client.query(ticketQuery(id)).catch(() => undefined);
  };
  const wait = (id: string | undefined) => {
    stop();
    timer.current = window.setTimeout(() => {
      read(id);
    }, REST_MS);
  };
  return {
    onFocus: ({ target }) => {
      wait(ticketAt(target));
    },
    onPointerOver: ({ target }) => {
      wait(ticketAt(target));
    },
    onPointerDown: ({ target }) => {
      stop();
      read(ticketAt(target));
    },
    onPointerLeave: stop,
  };
}
