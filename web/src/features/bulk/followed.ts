/** Changes of many tickets that somebody looks after in this browser, also after a reload. */
import { useSyncExternalStore } from "react";

const PLACE = "helpdesk.bulk";
const listeners = new Set<() => void>();

const read = (): string => window.localStorage.getItem(PLACE) ?? "";

function write(ids: readonly string[]): void {
  if (ids.length === 0) window.localStorage.removeItem(PLACE);
  else window.localStorage.setItem(PLACE, ids.join(" "));
  for (const changed of listeners) changed();
}

const idsOf = (text: string): string[] => text.split(" ").filter(Boolean);

export function follow(id: string): void {
  write([...new Set([...idsOf(read()), id])]);
}

export function unfollow(id: string): void {
  write(idsOf(read()).filter((other) => other !== id));
}

export function useFollowed(): string[] {
  const text = useSyncExternalStore((changed) => {
    listeners.add(changed);
    return () => listeners.delete(changed);
  }, read);
  return idsOf(text);
}
