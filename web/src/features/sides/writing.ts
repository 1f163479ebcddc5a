/** What somebody writes to people outside. */
import type { NamedUpload, SideAnswer, SideBeginning } from "@/api/types";
import { NOTHING, trimmed, type Written } from "@/components/rich-text/written";

import { NEW } from "./open-side";

export interface SharedFile {
  id: string;
  version: number;
  name: string;
}

export interface SideWriting extends Written {
  /** As it is typed, with commas; null for whom the side goes to anyway. */
  to: string | null;
  cc: string | null;
  subject: string;
  files: NamedUpload[];
  /** Files of the ticket that go along. */
  shared: SharedFile[];
  /** The ticket is put on hold with it. */
  holds: boolean;
  vendor: string;
  /** When it was changed last. */
  at: string | null;
}

export const NOTHING_WRITTEN: SideWriting = {
  ...NOTHING,
  ...{
    to: null,
    cc: null,
    subject: "",
    files: [],
    shared: [],
    holds: false,
    vendor: "",
    at: null,
  },
};

export type ChangeWriting = (part: (now: SideWriting) => Partial<SideWriting>) => void;

export const draftOf = (ticketId: string, which: string): string => `side.${ticketId}.${which}`;

export const isEmpty = ({ text, files, to, cc, subject }: SideWriting): boolean =>
  files.length === 0 && [text, to ?? "", cc ?? "", subject].every((typed) => typed.trim() === "");

export const addressesIn = (typed: string): string[] =>
  typed
    .split(/[,;\s]+/)
    .map((address) => address.replace(/^<|>$/g, ""))
    .filter((address) => address !== "");

export type Letter = { which: string | null } & (
  { which: null; body: SideBeginning } | { which: string; body: SideAnswer }
);

/** As the service takes it. Those it went to are not said again unless they were changed. */
export function letterOf(writing: SideWriting, which: string, stands: Record<"to" | "cc", string>): Letter {
  const { text, html } = trimmed(writing);
  const { files, shared, holds, vendor, subject } = writing;
  const said = {
    body: text,
    ...(html === null ? {} : { html }),
    ...(files.length > 0 ? { attachments: files } : {}),
    ...(shared.length > 0 ? { shared: shared.map(({ id, version }) => ({ id, version })) } : {}),
    ...(holds ? { state: "on_hold", ...(vendor.trim() === "" ? {} : { vendor: vendor.trim() }) } : {}),
  };
  const to = addressesIn(writing.to ?? stands.to);
  const cc = addressesIn(writing.cc ?? stands.cc);
  if (which === NEW) return { which: null, body: { ...said, subject: subject.trim(), to, cc } };
  const same = writing.to === null && writing.cc === null;
  return { which, body: same ? said : { ...said, to, cc } };
}
