/** What was taken out of the lists of a form: it can be brought back until the form is saved. */
import { createContext, use, useState } from "react";

export interface TakenOut<T = unknown> {
  item: T;
  /** Before which of those that are left it stood. */
  at: number;
}

type Lists = Readonly<Record<string, readonly TakenOut[]>>;

interface Kept {
  lists: Lists;
  keep: (list: string, out: readonly TakenOut[]) => void;
}

export const TakenOutContext = createContext<Kept>({ lists: {}, keep: () => undefined });

/** For a form: empty again with every round of its editing. */
export function useTakenOutOf(round: number): Kept {
  const [kept, setKept] = useState<{ round: number; lists: Lists }>({ round, lists: {} });
  const lists = kept.round === round ? kept.lists : {};
  return {
    lists,
    keep: (list, out) => {
      setKept({ round, lists: { ...lists, [list]: out } });
    },
  };
}

const after = (at: number, by: 1 | -1) => (out: TakenOut) =>
  out.at > at ? { ...out, at: out.at + by } : out;

/** For one of its lists. */
export function useTakenOut<T>(list: string) {
  const { lists, keep } = use(TakenOutContext);
  const all = (lists[list] ?? []) as readonly TakenOut<T>[];
  return {
    all,
    put: (item: T, at: number) => {
      keep(list, [...all.map(after(at, -1)), { item, at }]);
    },
    /** It stands in the list again. */
    back: (out: TakenOut<T>) => {
      keep(list, all.filter((one) => one !== out).map(after(out.at, 1)));
    },
  };
}

export function moved<T>(all: readonly T[], from: number, to: number): T[] {
  const others = all.filter((_, at) => at !== from);
  return [...others.slice(0, to), ...all.slice(from, from + 1), ...others.slice(to)];
}
