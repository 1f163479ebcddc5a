import { useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";

import { NONE, ranged, toggled, withAll, type Selection } from "./selection";

export interface Selecting extends Selection {
  /** `range`: all from the last one chosen to this. */
  choose: (id: string, range: boolean) => void;
  chooseLoaded: () => void;
  chooseAll: () => void;
  clear: () => void;
}

/** Of a list that is another when it is called another: what was chosen in one is not chosen in the next. */
export function useSelection(list: string, rows: readonly string[]): Selecting {
  const [held, setHeld] = useState({ list, chosen: NONE });
  const chosen = held.list === list ? held.chosen : NONE;
  const latest = useRef({ list, rows, chosen });
  useLayoutEffect(() => {
    latest.current = { list, rows, chosen };
  });
  const become = useCallback((next: (now: Selection, shown: readonly string[]) => Selection) => {
    const now = latest.current;
    setHeld({ list: now.list, chosen: next(now.chosen, now.rows) });
  }, []);
  const acts = useMemo(
    () => ({
      choose: (id: string, range: boolean) => {
        become((now, shown) => (range ? ranged(now, id, shown) : toggled(now, id)));
      },
      chooseLoaded: () => {
        become((_, shown) => withAll(shown));
      },
      chooseAll: () => {
        become((now) => ({ ...now, all: true }));
      },
      clear: () => {
        become(() => NONE);
      },
    }),
    [become],
  );
  return { ...chosen, ...acts };
}
