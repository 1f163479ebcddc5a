/** A ticket's timeline arrives in pieces: the last hundred entries, older ones on demand, new ones with each change. */
import type { QueryClient, QueryKey } from "@tanstack/react-query";

import type { Entry } from "@/api/types";

/** Whose hand it was: who notes what another said did it. */
export const doneBy = ({ actor, noted }: Entry): string => noted?.by.id ?? actor.id;

interface WithTimeline {
  /** Never less: what has less was read or answered before and has only come later. */
  revision: number;
  timeline: Entry[];
  earlier: string | null;
}

/** A fresh read of the newest entries, with the older ones that were already on the page. */
export function keepEarlier<T extends WithTimeline>(before: T | undefined, fetched: T): T {
  if (before !== undefined && fetched.revision < before.revision) return before;
  const first = fetched.timeline[0];
  const overlap = before?.timeline.findIndex((entry) => entry.id === first?.id) ?? -1;
  if (before === undefined || overlap <= 0) return fetched;
  return {
    ...fetched,
    timeline: [...before.timeline.slice(0, overlap), ...fetched.timeline],
    earlier: before.earlier,
  };
}

/** Reads it, and keeps of what is on the page by then what the read does not have. */
export async function readAgain<T extends WithTimeline>(
  client: QueryClient,
  queryKey: QueryKey,
  read: () => Promise<T>,
): Promise<T> {
  const fetched = await read();
  return keepEarlier(client.getQueryData<T>(queryKey), fetched);
}

/** The answer to a change: the whole head, but of the timeline only what the change added. */
export function withChange<T extends WithTimeline>(before: T | undefined, answer: T): T {
  if (before === undefined) return answer;
  const known = new Set(before.timeline.map((entry) => entry.id));
  const added = answer.timeline.filter((entry) => !known.has(entry.id));
  const head = answer.revision < before.revision ? before : answer;
  return { ...head, timeline: [...before.timeline, ...added], earlier: before.earlier };
}

/** A page of older entries, put before what is there. */
export const withOlder = <T extends WithTimeline>(before: T, older: T): T => ({
  ...before,
  timeline: [...older.timeline, ...before.timeline],
  earlier: older.earlier,
});
