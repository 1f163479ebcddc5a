import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";

const PREFIX = "helpdesk.draft.";

let owner: () => string | null = () => null;

/** Drafts are each person's own: who signs in next at the same computer does not see them. */
export const setDraftOwner = (source: () => string | null): void => {
  owner = source;
};

export const draftOwner = (): string | null => owner();

/** Where a draft is kept: the person's place, and before it the one for nobody, as they may have typed and then signed in. */
const placesOf = (name: string): string[] => {
  const person = owner();
  return person === null ? [PREFIX + name] : [`${PREFIX}${person}.${name}`, PREFIX + name];
};

const read = <T extends object>(places: readonly string[], empty: T): T => {
  try {
    const place = places.find((one) => window.localStorage.getItem(one) !== null) ?? "";
    return { ...empty, ...(JSON.parse(window.localStorage.getItem(place) ?? "{}") as Partial<T>) };
  } catch {
    return empty;
  }
};

/** Told of every draft that changes, here or in another window. */
const watching = new Set<() => void>();

const write = ([own = "", ...others]: readonly string[], value: object | null): void => {
  try {
    for (const place of value === null ? [own, ...others] : others) window.localStorage.removeItem(place);
    if (value !== null) window.localStorage.setItem(own, JSON.stringify(value));
  } catch {
    // A full or forbidden store must not stop anyone from typing.
  }
  for (const changed of watching) changed();
};

function watch(changed: () => void): () => void {
  watching.add(changed);
  window.addEventListener("storage", changed);
  return () => {
    watching.delete(changed);
    window.removeEventListener("storage", changed);
  };
}

type IsWritten<T> = (value: Partial<T>, restOfName: string) => boolean;

/** Of the drafts whose names begin so, those in which something is written: the rest of their names, sorted. */
function namesOf<T extends object>(beginning: string, isWritten: IsWritten<T>): string[] {
  try {
    const places = Object.keys(window.localStorage);
    const found = placesOf(beginning).flatMap((start) =>
      places
        .filter((place) => place.startsWith(start))
        .map((place) => place.slice(start.length))
        .filter((rest) => isWritten(read<Partial<T>>([start + rest], {}), rest)),
    );
    return [...new Set(found)].sort();
  } catch {
    return [];
  }
}

/** `isWritten` is the same on every call. */
export function useDraftNames<T extends object>(
  beginning: string,
  isWritten: IsWritten<T>,
): ReadonlySet<string> {
  const names = useSyncExternalStore(watch, () => namesOf(beginning, isWritten).join("\n"));
  return useMemo(() => new Set(names === "" ? [] : names.split("\n")), [names]);
}

/** What is on the page follows what is changed from elsewhere. */
const shown = new Map<string, Set<() => void>>();

/** A draft as the device has it, whether it is on the page or not. */
export const readDraft = <T extends object>(name: string): Partial<T> => read<Partial<T>>(placesOf(name), {});

/** The same for a part of the page, whoever changes it, in this window or another. */
export function useStored<T extends object>(name: string): Partial<T> {
  const stored = useSyncExternalStore(watch, () => JSON.stringify(readDraft<T>(name)));
  return useMemo(() => JSON.parse(stored) as Partial<T>, [stored]);
}

/** Change a draft from outside its form, whether that is on the page or not. */
export function changeDraft<T extends object>(name: string, part: (before: Partial<T>) => Partial<T>): void {
  const places = placesOf(name);
  const before = read<Partial<T>>(places, {});
  write(places, { ...before, ...part(before) });
  for (const changed of shown.get(places[0] ?? "") ?? []) changed();
}

export interface Draft<T> {
  value: T;
  /** As it is at this moment, whatever the page shows yet. */
  now: () => T;
  change: (part: Partial<T> | ((now: T) => Partial<T>)) => void;
  clear: () => void;
}

/** What was typed and not yet sent; survives a reload and a crash. Remount (by `key`) to change the subject. */
export function useDraft<T extends object>(name: string, empty: T): Draft<T> {
  const [places] = useState(() => placesOf(name));
  const [value, setValue] = useState(() => read(places, empty));
  const latest = useRef(value);
  const blank = useRef(empty);
  useEffect(() => {
    const place = places[0] ?? "";
    const follow = () => {
      latest.current = read(places, blank.current);
      setValue(latest.current);
    };
    const all = shown.get(place) ?? new Set();
    shown.set(place, all.add(follow));
    return () => {
      all.delete(follow);
    };
  }, [places]);
  const now = useCallback(() => latest.current, [latest]);
  const change = useCallback(
    (part: Partial<T> | ((now: T) => Partial<T>)) => {
      latest.current = { ...latest.current, ...(typeof part === "function" ? part(latest.current) : part) };
      write(places, latest.current);
      setValue(latest.current);
    },
    [places],
  );
  const clear = useCallback(() => {
    latest.current = blank.current;
    write(places, null);
    setValue(latest.current);
  }, [places]);
  return { value, now, change, clear };
}
