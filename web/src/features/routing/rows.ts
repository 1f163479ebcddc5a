/** A rule as rows: only what is set, by the names of the fields of tickets. */
import type { CalendarFile, RuleActions, RuleConditions } from "@/api/settings-types";
import type { Rows } from "@/components/settings/field-rows";
import { officeHours, writeHours } from "@/lib/calendar-file";
import { ownZone } from "@/lib/local-input";

/** What a rule asks, and where it keeps the answers. */
export const ASKED = {
  words: "words",
  sender: "senders",
  organization: "organizations",
  plan: "plans",
  channel: "channels",
  kind: "kinds",
  category: "categories",
  language: "languages",
  asset: "assets",
  asset_type: "asset_types",
  spf: "spf",
  dkim: "dkim",
  dmarc: "dmarc",
  mailbox: "mailboxes",
} as const;

export type AskedOfRule = keyof typeof ASKED;

const asked = Object.keys(ASKED) as AskedOfRule[];

export function rowsOfWhen(when: RuleConditions): Rows {
  const rows: Rows = {};
  for (const key of asked) {
    const values = when[ASKED[key]] ?? [];
    if (values.length > 0) rows[key] = [...values];
  }
  if (when.hours != null) rows.hours = [when.outside === true ? "outside" : "inside"];
  return rows;
}

/** Hours that are asked for newly begin as those of an office. */
export function whenOfRows(rows: Rows, hours: CalendarFile | null | undefined): RuleConditions {
  const wanted = rows.hours;
  return {
    ...Object.fromEntries(asked.map((key) => [ASKED[key], rows[key] ?? []])),
    hours: wanted === undefined ? null : (hours ?? writeHours(officeHours(ownZone()))),
    outside: wanted?.[0] === "outside",
  };
}

export const ONE = ["level", "team", "policy", "kind", "category", "impact", "urgency"] as const;
export const MANY = ["tags", "skills"] as const;

export function rowsOfThen(then: RuleActions): Rows {
  const rows: Rows = {};
  for (const key of ONE) if (then[key] != null) rows[key] = [then[key]];
  for (const key of MANY) if ((then[key] ?? []).length > 0) rows[key] = [...(then[key] ?? [])];
  return rows;
}

export const thenOfRows = (rows: Rows): RuleActions => ({
  ...Object.fromEntries(ONE.map((key) => [key, rows[key]?.[0] ?? null])),
  ...Object.fromEntries(MANY.map((key) => [key, rows[key] ?? []])),
});
