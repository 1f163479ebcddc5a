/** Views in a person's own order: those they placed first, the others behind as they came. */
export function inOwnOrder<T extends { id: string }>(views: readonly T[], placed: readonly string[]): T[] {
  const known = placed.flatMap((id) => views.filter((view) => view.id === id));
  return [...known, ...views.filter((view) => !known.includes(view))];
}

/** By one place; the same at an end. */
export function movedBy(ids: readonly string[], id: string, by: -1 | 1): string[] {
  const from = ids.indexOf(id);
  const other = from < 0 ? undefined : ids[from + by];
  if (other === undefined) return [...ids];
  return ids.map((one) => (one === id ? other : one === other ? id : one));
}

/** To where another stands: behind it from above, before it from below. */
export function movedTo(ids: readonly string[], id: string, other: string): string[] {
  const [from, to] = [ids.indexOf(id), ids.indexOf(other)];
  if (from < 0 || to < 0) return [...ids];
  return ids.filter((one) => one !== id).toSpliced(to, 0, id);
}
