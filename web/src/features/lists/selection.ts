/** Which rows of a list are chosen, to do one thing to all of them. */
export interface Selection {
  ids: ReadonlySet<string>;
  /** From here a range goes. */
  anchor: string | null;
  /** Also those that are not loaded: all there are. */
  all: boolean;
}

export const NONE: Selection = { ids: new Set(), anchor: null, all: false };

export const toggled = ({ ids }: Selection, id: string): Selection => {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchor: id, all: false };
};

/** All from where one chose last to here, whichever of both stands first. */
export function ranged(selection: Selection, id: string, rows: readonly string[]): Selection {
  const from = rows.indexOf(selection.anchor ?? id);
  const to = rows.indexOf(id);
  if (from < 0 || to < 0) return toggled(selection, id);
  const between = rows.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ids: new Set([...selection.ids, ...between]), anchor: selection.anchor ?? id, all: false };
}

export const withAll = (rows: readonly string[]): Selection => ({
  ...{ ids: new Set(rows), anchor: rows.at(-1) ?? null, all: false },
});
