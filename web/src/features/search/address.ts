/** A search as it stands in the address, which anybody can write. */
export const SORTS = ["newest", "best"] as const;

export type Sort = (typeof SORTS)[number];

export interface Searched {
  q?: string;
  sort?: Sort;
}

export const LONGEST = 500;

/** A number in an address is read as one. */
export function searchedBy({ q, sort }: Record<string, unknown>): Searched {
  const text = typeof q === "number" ? String(q) : q;
  return {
    ...(typeof text === "string" && text !== "" && { q: text.slice(0, LONGEST) }),
    ...(sort === "best" && { sort }),
  };
}
