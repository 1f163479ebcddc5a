/** What somebody looks after in this browser until they put it away, also after a reload: ids, by what they are of. */
import { useSyncExternalStore } from "react";

export interface Following {
  follow: (id: string) => void;
  unfollow: (id: string) => void;
  useFollowed: () => string[];
}

const idsOf = (text: string): string[] => text.split(" ").filter(Boolean);

export function following(what: string): Following {
  const place = `helpdesk.${what}`;
  const listeners = new Set<() => void>();
  const read = () => window.localStorage.getItem(place) ?? "";
  const write = (ids: readonly string[]) => {
    if (ids.length === 0) window.localStorage.removeItem(place);
    else window.localStorage.setItem(place, ids.join(" "));
    for (const changed of listeners) changed();
  };
  const listen = (changed: () => void) => {
    listeners.add(changed);
    return () => listeners.delete(changed);
  };
  return {
    follow: (id) => {
      write([...new Set([...idsOf(read()), id])]);
    },
    unfollow: (id) => {
      write(idsOf(read()).filter((other) => other !== id));
    },
    useFollowed: () => idsOf(useSyncExternalStore(listen, read)),
  };
}
