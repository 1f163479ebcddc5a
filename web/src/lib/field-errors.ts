/** Where the API found what it refused, and why: its places as the forms name them, its reasons in the reader's language. */
import i18n from "i18next";

import type { FieldError } from "@/api/types";

import { isProblem } from "./problem";

/** `absences.0.start`, as the parser says it, and `absences[0].start`, as the rules say it, are one place. */
const place = (path: string): string => path.replace(/\.(\d+)(?=\.|$|\[)/g, "[$1]");

export type Refusals = readonly { place: string; message: string }[];

type Say = (key: string, options: object) => string;
type Values = NonNullable<FieldError["values"]>;

/** A reason we have no words for is said in the service's own. */
function words({ code, values, message }: FieldError, named: (values: Values) => Values): string {
  return (i18n.t as Say)(`refusals:${code}`, { ...named(values ?? {}), defaultValue: message });
}

/** A reason that was not given for a field: in the reader's words, if they are known. */
export const reasonOf = (why: Pick<FieldError, "code" | "values">): string =>
  words({ field: "", message: why.code, ...why }, (values) => values);

/** `named` puts names where the values have ids. */
export const refusalsOf = (error: unknown, named = (values: Values): Values => values): Refusals =>
  isProblem(error)
    ? error.fields.map((field) => ({ place: place(field.field), message: words(field, named) }))
    : [];

/** What was said about a place, or about something inside it. */
export const refusedAt = (refusals: Refusals, at: string): string | undefined =>
  refusals.find((one) => one.place === at || one.place.startsWith(`${at}.`) || one.place.startsWith(`${at}[`))
    ?.message;

/** For a field: its place, by which people are led to it (lib/refused-fields), and what was said about it. */
export const refused = (refusals: Refusals, at: string) => ({
  error: refusedAt(refusals, at),
  "data-place": at,
});

export type Refused = ReturnType<typeof refused>;
