import { useCallback, useRef, useState } from "react";

const read = <T extends object>(key: string, empty: T): T => {
  try {
    const stored = window.localStorage.getItem(key);
    return stored === null ? empty : { ...empty, ...(JSON.parse(stored) as Partial<T>) };
  } catch {
    return empty;
  }
};

const write = (key: string, value: object | null): void => {
  try {
    if (value === null) window.localStorage.removeItem(key);
    else window.localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // A full or forbidden store must not stop anyone from typing.
  }
};

export interface Draft<T> {
  value: T;
  change: (part: Partial<T>) => void;
  clear: () => void;
}

/** What was typed and not yet sent; survives a reload and a crash. Remount (by `key`) to change the subject. */
export function useDraft<T extends object>(name: string, empty: T): Draft<T> {
  const key = `helpdesk.draft.${name}`;
  const [value, setValue] = useState(() => read(key, empty));
  const latest = useRef(value);
  const blank = useRef(empty);
  const change = useCallback(
    (part: Partial<T>) => {
      latest.current = { ...latest.current, ...part };
      write(key, latest.current);
      setValue(latest.current);
    },
    [key],
  );
  const clear = useCallback(() => {
    latest.current = blank.current;
    write(key, null);
    setValue(latest.current);
  }, [key]);
  return { value, change, clear };
}
