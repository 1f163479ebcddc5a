import { useRef } from "react";
import { useTranslation } from "react-i18next";

import type { Card, InboxItem } from "@/api/types";
import { useNotify } from "@/components/notify";
import { isProblem } from "@/lib/problem";
import { useProblemText } from "@/lib/problem-text";

import { putBack, useMoveInInbox, type Moved } from "./api/inbox";

/** A ticket as lists show it, with what was told of it. */
export interface Told extends Card {
  item: InboxItem;
}

export const asTold = (item: InboxItem): Told => ({ ...item.ticket, item });

interface Shown {
  rows: readonly { card: Told }[];
  own: (change: (shown: readonly Told[]) => readonly Told[]) => void;
  /** Called before a row goes because of what one does. */
  onAway: (id: string) => void;
}

/** Done and later, with the way back for as long as the notice of it stands. */
export function usePuttingAway({ rows, own, onAway }: Shown) {
  const { t } = useTranslation(["agent", "common"]);
  const notify = useNotify();
  const problemText = useProblemText();
  /** Takes away the notice of the last one. */
  const unsay = useRef<() => void>(() => undefined);

  const without = ({ item }: Moved, shown: readonly Told[]) =>
    shown.filter(({ id }) => id !== item.ticket.id);
  const hide = (move: Moved) => {
    own((shown) => without(move, shown));
  };
  const show = (move: Moved) => {
    own((shown) => putBack(without(move, shown), asTold(move.item), ({ id }) => id === move.above));
  };
  const { mutate } = useMoveInInbox((error, move) => {
    if (move.to.place === "open") hide(move);
    else show(move);
    unsay.current();
    const moved = isProblem(error, 412) && t("agent:inbox.moved", { id: move.item.ticket.id });
    notify(moved || problemText(error), { tone: moved ? "warn" : "bad" });
  });
  const takeBack = (move: Moved) => {
    show(move);
    mutate({ ...move, to: { place: "open" } });
  };
  const put = (id: string, to: Moved["to"], said: string) => {
    const at = rows.findIndex(({ card }) => card.id === id);
    const item = rows[at]?.card.item;
    if (item === undefined) return;
    const move = { item, to, above: rows[at + 1]?.card.id ?? null };
    onAway(id);
    hide(move);
    mutate(move);
    unsay.current = notify(said, {
      undo: {
        words: t("agent:undo.button"),
        run: () => {
          takeBack(move);
        },
      },
    });
  };
  return {
    done: (id: string) => {
      put(id, { place: "done" }, t("agent:inbox.saidDone", { id }));
    },
    later: (id: string, until: string) => {
      put(id, { place: "later", until }, t("agent:inbox.saidLater", { id }));
    },
  };
}
