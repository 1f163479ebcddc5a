/** What somebody writes on a ticket: a reply and a note, each with its own words and files. */
import type { NamedUpload, OwnDraft, Visibility } from "@/api/types";
import { picturesOf, shows, withPictures } from "@/components/rich-text/reference";
import type { Written } from "@/components/rich-text/written";
import { changeDraft, readDraft } from "@/lib/draft";
import type { SentKey } from "@/lib/idempotency";
import type { Invited } from "@/lib/invited";
import { productNow } from "@/lib/product-clock";

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
  /** When each was changed last. */
  at: Partial<Record<Visibility, string>>;
  /** The last entry that was there when the writing began. */
  since: string | null;
  /** Survives a reload, so that a message that did arrive is not sent twice. */
  sent: SentKey | null;
}

/** What became of each elsewhere. It is kept apart from the words, so that who marks them late never writes them. */
export interface Marks {
  /** The change up to which the service has it. */
  kept: Partial<Record<Visibility, string>>;
  /** The change that came from another device: nothing of it was typed here. */
  adopted: Partial<Record<Visibility, string>>;
  /** The change that the service does not take, however often it is asked. */
  refused: Partial<Record<Visibility, string>>;
}

export type Marked = Partial<Writing & Marks>;

export const NOTHING_WRITTEN: Writing = {
  ...{
    mode: "public",
    public: "",
    internal: "",
    formatted: {},
    files: {},
    cc: [],
    at: {},
    since: null,
    sent: null,
  },
};

export const MODES = ["public", "internal"] as const;

export const kindOf = (mode: Visibility): OwnDraft["kind"] => (mode === "public" ? "reply" : "note");

export const modeOf = (kind: OwnDraft["kind"]): Visibility => (kind === "reply" ? "public" : "internal");

export const draftOf = (ticketId: string): string => `ticket.${ticketId}`;

export const marksOf = (ticketId: string): string => `marks.${ticketId}`;

export const withMarks = (ticketId: string, writing: Partial<Writing>): Marked => ({
  ...writing,
  ...readDraft<Marks>(marksOf(ticketId)),
});

/** What is written on this device, and what became of it. */
export const writtenHere = (ticketId: string): Marked =>
  withMarks(ticketId, readDraft<Writing>(draftOf(ticketId)));

/** Without a change, the mark is taken away. */
export function mark(ticketId: string, what: keyof Marks, mode: Visibility, at: string | undefined): void {
  changeDraft<Marks>(marksOf(ticketId), (now) => ({ [what]: { ...now[what], [mode]: at } }));
}

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

/** A change is later than the one before, whatever the clocks of two devices say. */
function changedNow({ at }: Partial<Writing>, mode: Visibility): Pick<Writing, "at"> {
  const before = Date.parse(at?.[mode] ?? "1970-01-01");
  return { at: { ...at, [mode]: new Date(Math.max(productNow(), before + 1)).toISOString() } };
}

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

/** The service has what stands here. */
export const isKept = ({ at, kept }: Marked, mode: Visibility): boolean => at?.[mode] === kept?.[mode];

/** What stands here was written elsewhere, word for word. */
export const isAdopted = ({ at, adopted }: Marked, mode: Visibility): boolean =>
  at?.[mode] !== undefined && at[mode] === adopted?.[mode];

/** The service does not take what stands here: it is on this device alone until it is changed. */
export const isRefused = ({ at, refused }: Marked, mode: Visibility): boolean =>
  at?.[mode] !== undefined && at[mode] === refused?.[mode];

export const safetyOf = (writing: Marked, mode: Visibility): "kept" | "here" | "onlyHere" => {
  if (isKept(writing, mode)) return "kept";
  return isRefused(writing, mode) ? "onlyHere" : "here";
};

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
