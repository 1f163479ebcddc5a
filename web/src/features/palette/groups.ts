/** What is found, in groups by where it comes from. */
import type { Hit, Source } from "./sources";

export const EACH = 5;
const ALONE = 50;

/** What is typed, and whom it is put to. */
export interface Typed {
  /** One source alone, by its id; null for all. */
  only: string | null;
  text: string;
}

export interface Group {
  source: Source;
  hits: readonly Hit[];
}

/** A sign at the beginning asks its source alone. */
export function typedOf(query: string, only: string | null, sources: readonly Source[]): Typed {
  const query_ = query.trimStart();
  const bySign = sources.find(({ sign }) => sign !== undefined && query_.startsWith(sign));
  if (only !== null || bySign === undefined) return { only, text: query.trim() };
  return { only: bySign.id, text: query_.slice(1).trim() };
}

/** `asked` are answers of the service by the ids of sources; what is known here stands before them. */
export function groupsOf(
  sources: readonly Source[],
  { only, text }: Typed,
  asked: Readonly<Record<string, readonly Hit[]>>,
): Group[] {
  const whole = only !== null;
  const groups = sources
    .filter(({ id }) => !whole || id === only)
    .map((source) => {
      const known = (!whole && text === "" ? source.first : source.known)?.(text) ?? [];
      const others = (asked[source.id] ?? []).filter(({ id }) => known.every((one) => one.id !== id));
      const found = [...known, ...others];
      const hits = [...found.filter(({ exact }) => exact), ...found.filter(({ exact }) => !exact)];
      return { source, hits: whole || text === "" ? hits.slice(0, ALONE) : hits.slice(0, EACH) };
    })
    .filter(({ hits }) => hits.length > 0);
  const named = ({ hits }: Group) => hits.some(({ exact }) => exact);
  return [...groups.filter(named), ...groups.filter((group) => !named(group))];
}
