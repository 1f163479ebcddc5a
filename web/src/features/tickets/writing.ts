/** What somebody writes on a ticket: a reply and a note, each with its own words. */
import type { NamedUpload, Visibility } from "@/api/types";
import type { Written } from "@/components/rich-text/written";
import type { SentKey } from "@/lib/idempotency";

export interface Writing {
  mode: Visibility;
  public: string;
  internal: string;
  /** The same with its formatting, where it has some. */
  formatted: Partial<Record<Visibility, string | null>>;
  /** Files that came back with what had been sent. */
  files: readonly NamedUpload[];
  /** When the device kept it last. */
  at: string | null;
  /** The last entry that was there when the writing began. */
  since: string | null;
  /** Survives a reload, so that a message that did arrive is not sent twice. */
  sent: SentKey | null;
}

export const NOTHING_WRITTEN: Writing = {
  ...{
    mode: "public",
    public: "",
    internal: "",
    formatted: {},
    files: [],
    at: null,
    since: null,
    sent: null,
  },
};

export const draftOf = (ticketId: string): string => `ticket.${ticketId}`;

export const writtenIn = (writing: Partial<Writing>, mode: Visibility): Written => ({
  text: writing[mode] ?? "",
  html: writing.formatted?.[mode] ?? null,
});

export const withWritten = (
  writing: Partial<Writing>,
  mode: Visibility,
  { text, html }: Written,
): Pick<Partial<Writing>, Visibility> & Pick<Writing, "formatted"> => ({
  [mode]: text,
  formatted: { ...writing.formatted, [mode]: html },
});
