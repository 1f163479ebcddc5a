/** What somebody writes on a ticket: a reply and a note, each with its own words and files. */
import type { NamedUpload, OwnDraft, Visibility } from "@/api/types";
import { picturesOf, shows, withPictures } from "@/components/rich-text/reference";
import type { Written } from "@/components/rich-text/written";
import { changedAfter } from "@/lib/desk/kept-drafts";
import type { SentKey } from "@/lib/idempotency";
import type { Invited } from "@/lib/invited";

/** A file that the service has. */
export interface WrittenFile extends NamedUpload {
  /** Of a picture: by what the text names it. */
  key?: string;
}

export interface Writing {
  mode: Visibility;
  public: string;
  internal: string;
  /** The same with its formatting, where it has some. */
  formatted: Partial<Record<Visibility, string | null>>;
  files: Partial<Record<Visibility, readonly WrittenFile[]>>;
  /** Who takes part once the reply is sent. */
  cc: readonly Invited[];
  /** Who gets the reply and nothing else, unseen by others. */
  bcc: readonly Invited[];
  /** When each was changed last. */
  at: Partial<Record<Visibility, string>>;
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
    files: {},
    cc: [],
    bcc: [],
    at: {},
    since: null,
    sent: null,
  },
};

export type Copies = Pick<Writing, "cc" | "bcc">;

/** Who gets the reply beside the requester: of what was kept before there were blind copies, nobody gets one. */
export const copiesIn = ({ cc = [], bcc = [] }: Partial<Copies>): Copies => ({ cc, bcc });

export const NO_COPIES = copiesIn({});

export const MODES = ["public", "internal"] as const;

export const kindOf = (mode: Visibility): OwnDraft["kind"] => (mode === "public" ? "reply" : "note");

export const modeOf = (kind: OwnDraft["kind"]): Visibility => (kind === "reply" ? "public" : "internal");

export const draftOf = (ticketId: string): string => `ticket.${ticketId}`;

export const writtenIn = (writing: Partial<Writing>, mode: Visibility): Written => ({
  text: writing[mode] ?? "",
  html: writing.formatted?.[mode] ?? null,
});

export const withWritten = (
  writing: Partial<Writing>,
  mode: Visibility,
  { text, html }: Written,
): Pick<Partial<Writing>, Visibility> & Pick<Writing, "formatted" | "at"> => ({
  [mode]: text,
  formatted: { ...writing.formatted, [mode]: html },
  ...changedNow(writing, mode),
});

const changedNow = ({ at }: Partial<Writing>, mode: Visibility): Pick<Writing, "at"> => ({
  at: { ...at, [mode]: changedAfter(at?.[mode]) },
});

const NONE: readonly WrittenFile[] = [];

export const filesIn = ({ files }: Partial<Writing>, mode: Visibility): readonly WrittenFile[] =>
  files?.[mode] ?? NONE;

export const withFiles = (
  writing: Partial<Writing>,
  mode: Visibility,
  files: readonly WrittenFile[],
): Pick<Writing, "files" | "at"> => ({
  files: { ...writing.files, [mode]: files },
  ...changedNow(writing, mode),
});

export const isEmpty = (writing: Partial<Writing>, mode: Visibility): boolean =>
  writtenIn(writing, mode).text === "" && filesIn(writing, mode).length === 0;

/** What was begun on another device, or there changed last. */
export function adopted(
  writing: Partial<Writing>,
  mode: Visibility,
  { body, html, attachments, since, at }: OwnDraft,
): Partial<Writing> {
  return {
    ...withWritten(writing, mode, { text: body, html }),
    ...withFiles(writing, mode, filesOf(attachments, html)),
    at: { ...writing.at, [mode]: at },
    since,
  };
}

/** Files that come back with a text; its pictures are among them. */
export const filesOf = (uploads: readonly NamedUpload[], html: string | null): WrittenFile[] =>
  uploads.map((upload) => (shows(html, upload.id) ? { ...upload, key: upload.id } : upload));

/** The pictures of the text whose files are neither with the service nor on their way, by their names. */
export const lostIn = (
  html: string | null,
  comingOrHere: readonly { key?: string; name?: string }[],
): string[] =>
  picturesOf(html)
    .filter(({ file }) => !comingOrHere.some(({ key }) => key === file))
    .map(({ name }) => name);

export interface Sendable {
  html: string | null;
  files: NamedUpload[];
}

/** As the service takes it: pictures by the ids of their uploads, and no file of a picture that was taken out. */
export function sendable(html: string | null, files: readonly WrittenFile[]): Sendable {
  const stays = files.filter(({ key }) => key === undefined || shows(html, key));
  const named = (key: string) => stays.find((file) => file.key === key)?.id ?? null;
  return {
    html: html && withPictures(html, named),
    files: stays.map(({ id, name, size, type }) => ({
      id,
      name,
      ...(size === undefined ? {} : { size }),
      ...(type === undefined ? {} : { type }),
    })),
  };
}
