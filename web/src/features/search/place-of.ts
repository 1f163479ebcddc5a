import type { ThingKind } from "./api/things";
import { condition } from "./question";

/** Where somebody or something is: people have a page, of the others their tickets are found. */
export const placeOf = (kind: ThingKind, id: string): string =>
  kind === "person"
    ? `/people/${encodeURIComponent(id)}`
    : `/search?${new URLSearchParams({ q: condition(kind === "asset" ? "asset" : "org", id) }).toString()}`;
