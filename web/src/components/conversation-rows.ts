/** A conversation as it is drawn: messages, what happened between them, and where a new day begins. */
import { isValidElement, type ReactNode } from "react";

import type { Entry } from "@/api/types";

import { ToldBox } from "./told";

interface Line {
  entry: Entry;
  words: ReactNode;
}

export type Row =
  | { is: "day"; key: string; at: string }
  | { is: "message"; key: string; entry: Entry }
  /** Lines that follow one another; what people said with a change is never one of many. */
  | { is: "lines"; key: string; lines: Line[] };

const speaks = (entry: Entry): boolean =>
  entry.type === "MessageAdded" || (entry.type === "TicketCreated" && entry.body !== null);

const dayOf = ({ at }: Entry): string => new Date(at).toDateString();

const saysMore = (words: ReactNode): boolean => isValidElement(words) && words.type === ToldBox;

/** `activity` has the words for what is no message, or null to leave it out. */
export function rowsOf(entries: readonly Entry[], activity: (entry: Entry) => ReactNode): Row[] {
  const rows: Row[] = [];
  let before: Entry | undefined;
  for (const entry of entries) {
    const message = speaks(entry);
    const words = message ? null : activity(entry);
    if (!message && words === null) continue;
    if (before !== undefined && dayOf(before) !== dayOf(entry)) {
      rows.push({ is: "day", key: `day ${entry.id}`, at: entry.at });
    }
    before = entry;
    const last = rows.at(-1);
    if (message) rows.push({ is: "message", key: entry.id, entry });
    else if (last?.is === "lines" && ![words, last.lines[0]?.words].some(saysMore)) {
      last.lines.push({ entry, words });
    } else rows.push({ is: "lines", key: entry.id, lines: [{ entry, words }] });
  }
  return rows;
}
