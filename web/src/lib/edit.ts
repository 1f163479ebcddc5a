/** Editing something that others may save meanwhile: what was typed stays, what they changed elsewhere is taken over. */
import { useState } from "react";

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** `theirs` are the parts that both changed, as they were saved; `taken` those that only they changed. */
export interface Clash<T> {
  theirs: Partial<T>;
  taken: (keyof T)[];
}

export interface Edit<T> {
  value: T;
  change: (part: Partial<T>) => void;
  dirty: boolean;
  /** The revision that a save is based on. */
  revision: number;
  /** Grows whenever what was typed is saved, or given up. */
  round: number;
  clash: Clash<T> | null;
  takeTheirs: () => void;
  dismiss: () => void;
  discard: () => void;
  /** After a save: what the service made of it. */
  saved: (value: T, revision: number) => void;
}

interface State<T> {
  base: T;
  value: T;
  revision: number;
  round: number;
  clash: Clash<T> | null;
}

function rebased<T extends object>(state: State<T>, theirs: T, revision: number): State<T> {
  const keys = Object.keys(theirs) as (keyof T)[];
  const value = { ...theirs };
  const clash: Clash<T> = { theirs: {}, taken: [] };
  for (const key of keys) {
    if (same(state.value[key], theirs[key])) continue;
    if (same(state.value[key], state.base[key])) {
      clash.taken.push(key);
      continue;
    }
    value[key] = state.value[key];
    if (!same(state.base[key], theirs[key])) clash.theirs[key] = theirs[key];
  }
  const typed = !same(state.value, state.base);
  const moved = clash.taken.length > 0 || Object.keys(clash.theirs).length > 0;
  return { ...state, base: theirs, value, revision, clash: typed && moved ? clash : state.clash };
}

/** `begun` is what is typed already when it begins. */
export function useEdit<T extends object>(saved: T, revision: number, begun?: Partial<T>): Edit<T> {
  const [state, setState] = useState<State<T>>({
    base: saved,
    value: { ...saved, ...begun },
    revision,
    round: 0,
    clash: null,
  });
  // Somebody else saved, and the newer state has just been fetched.
  const now = revision > state.revision ? rebased(state, saved, revision) : state;
  if (now !== state) setState(now);
  return {
    value: now.value,
    dirty: !same(now.value, now.base),
    revision: now.revision,
    round: now.round,
    clash: now.clash,
    change: (part) => {
      setState((before) => ({ ...before, value: { ...before.value, ...part } }));
    },
    takeTheirs: () => {
      setState((before) => ({
        ...before,
        value: { ...before.value, ...before.clash?.theirs },
        round: before.round + 1,
        clash: null,
      }));
    },
    dismiss: () => {
      setState((before) => ({ ...before, clash: null }));
    },
    discard: () => {
      setState((before) => ({ ...before, value: before.base, round: before.round + 1, clash: null }));
    },
    saved: (value, next) => {
      setState(({ round }) => ({ base: value, value, revision: next, round: round + 1, clash: null }));
    },
  };
}
