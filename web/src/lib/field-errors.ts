/** Where the API found what it refused: its places as the forms name them. */
import { isProblem } from "./problem";

/** `absences.0.start`, as the parser says it, and `absences[0].start`, as the rules say it, are one place. */
const place = (path: string): string => path.replace(/\.(\d+)(?=\.|$|\[)/g, "[$1]");

export type Refusals = readonly { place: string; message: string }[];

export const refusalsOf = (error: unknown): Refusals =>
  isProblem(error) ? error.fields.map(({ field, message }) => ({ place: place(field), message })) : [];

/** What was said about a place, or about something inside it. */
export const refusedAt = (refusals: Refusals, at: string): string | undefined =>
  refusals.find((one) => one.place === at || one.place.startsWith(`${at}.`) || one.place.startsWith(`${at}[`))
    ?.message;
