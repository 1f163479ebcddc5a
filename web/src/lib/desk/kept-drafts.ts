/** What is written on this device is kept with the service, too, whatever it is. */
import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef } from "react";

import type { NamedUpload, OwnDraft } from "@/api/types";
import { changeDraft, readDraft, useDraftNames, useStored } from "@/lib/draft";
import { isProblem, mayPass } from "@/lib/problem";
import { productNow } from "@/lib/product-clock";
import { useReachable } from "@/lib/reachability";

import { dropDraft, keepDraft, keepLine, type DraftWish } from "./drafts";

export type Kind = OwnDraft["kind"];

/** What is written of one kind on one ticket. */
export interface Part {
  ticketId: string;
  kind: Kind;
  /** When it was changed last; undefined of what was never begun. */
  at: string | undefined;
  isEmpty: boolean;
  text: string;
  /** As the service takes it. */
  wish: () => Omit<DraftWish, "at">;
}

/** One sort of what is written, and where it stands on the device. */
export interface Sort<T extends object> {
  /** How the names of its drafts begin. */
  beginning: string;
  /** The rest of the name of the draft that holds what is of this kind; null of a kind that is another sort's. */
  restOf: (ticketId: string, kind: Kind) => string | null;
  partsOf: (rest: string, value: Partial<T>) => readonly Part[];
  /** With what stands with the service in place of what is here; with nothing in place of it, where none stands. */
  taken: (value: Partial<T>, kind: Kind, stands: OwnDraft | null) => Partial<T>;
  /** With what was here before behind what is here now. */
  joined: (now: Partial<T>, kind: Kind, before: Partial<T>) => Partial<T>;
}

/** What became of each elsewhere. It is kept apart from the words, so that who marks them late never writes them. */
export interface Marks {
  /** The change up to which the service has it. */
  kept: Partial<Record<Kind, string>>;
  /** The change that came from another device: nothing of it was typed here. */
  adopted: Partial<Record<Kind, string>>;
  /** The change that the service does not take, however often it is asked. */
  refused: Partial<Record<Kind, string>>;
}

const marksOf = (ticketId: string): string => `marks.${ticketId}`;

/** Without a change, the mark is taken away. */
export function mark(ticketId: string, what: keyof Marks, kind: Kind, at: string | undefined): void {
  changeDraft<Marks>(marksOf(ticketId), (now) => ({ [what]: { ...now[what], [kind]: at } }));
}

type Marked = Pick<Part, "ticketId" | "kind" | "at">;

const markOf = ({ ticketId, kind }: Marked, what: keyof Marks): string | undefined =>
  readDraft<Marks>(marksOf(ticketId))[what]?.[kind];

/** The service has what stands here. */
export const isKept = (part: Marked): boolean => part.at === markOf(part, "kept");

/** What stands here was written elsewhere, word for word. */
export const isAdopted = (part: Marked): boolean =>
  part.at !== undefined && part.at === markOf(part, "adopted");

/** The service does not take what stands here: it is on this device alone until it is changed. */
const isRefused = (part: Marked): boolean => part.at !== undefined && part.at === markOf(part, "refused");

/** How far what is written is safe. */
export function useSafety({ ticketId, kind, at }: Marked): "kept" | "here" | "onlyHere" {
  const { kept, refused } = useStored<Marks>(marksOf(ticketId));
  if (at === kept?.[kind]) return "kept";
  return at !== undefined && at === refused?.[kind] ? "onlyHere" : "here";
}

const EARLIEST = "1970-01-01";

export const isNewer = (at: string, than: string | undefined): boolean =>
  Date.parse(at) > Date.parse(than ?? EARLIEST);

/** A change is later than the one before, whatever the clocks of two devices say. */
export const changedAfter = (before: string | null | undefined): string =>
  new Date(Math.max(productNow(), Date.parse(before ?? EARLIEST) + 1)).toISOString();

/** As drafts name files, to the last detail. */
export const withDetails = (files: readonly NamedUpload[]): OwnDraft["attachments"] =>
  files.map(({ id, name, size = 0, type = "" }) => ({ id, name, size, type }));

export const nameOf = <T extends object>({ beginning }: Sort<T>, rest: string): string => beginning + rest;

/** What is written here of one kind; null of a kind that is another sort's. */
export function partHere<T extends object>(sort: Sort<T>, ticketId: string, kind: Kind): Part | null {
  const rest = sort.restOf(ticketId, kind);
  if (rest === null) return null;
  const parts = sort.partsOf(rest, readDraft<T>(nameOf(sort, rest)));
  return parts.find((part) => part.kind === kind) ?? null;
}

/** So long what one types is gathered before it goes to the service. */
const GATHERED_MS = 1_500;
const AGAIN_MS = 15_000;

const isSettled = (part: Part): boolean => isKept(part) || isRefused(part);

async function keepOne(client: QueryClient, part: Part): Promise<void> {
  const { ticketId, kind, at } = part;
  if (at === undefined || isSettled(part)) return;
  try {
    if (part.isEmpty) {
      await dropDraft(ticketId, kind);
      keepLine(client, ticketId, kind, null);
    } else {
      // When another device has written later, that stands, and the page learns it from the list.
      keepLine(client, ticketId, kind, await keepDraft(ticketId, kind, { ...part.wish(), at }));
    }
    mark(ticketId, "kept", kind, at);
  } catch (error) {
    // Who is signed out will have signed in again.
    if (mayPass(error) || isProblem(error, 401)) throw error;
    mark(ticketId, "refused", kind, at);
  }
}

/** Keeps what one writes with the service as well, soon after it was typed on the device, and once there is network. */
export function useKeepingDrafts<T extends object>(sort: Sort<T>): void {
  const client = useQueryClient();
  const reachable = useReachable();
  const isUnkept = useCallback(
    (value: Partial<T>, rest: string) => sort.partsOf(rest, value).some((part) => !isSettled(part)),
    [sort],
  );
  const unkept = [...useDraftNames<T>(sort.beginning, isUnkept)].join(" ");
  const going = useRef(false);
  const notBefore = useRef(0);
  useEffect(() => {
    if (!reachable || unkept === "") return;
    const keepAll = async () => {
      if (going.current || Date.now() < notBefore.current) return;
      going.current = true;
      try {
        for (const rest of unkept.split(" ")) {
          const parts = () => sort.partsOf(rest, readDraft<T>(nameOf(sort, rest)));
          for (const { kind } of parts()) {
            const part = parts().find((one) => one.kind === kind);
            if (part !== undefined) await keepOne(client, part);
          }
        }
      } catch {
        // It is on the device, and tried again.
        notBefore.current = Date.now() + AGAIN_MS;
      } finally {
        going.current = false;
      }
    };
    const keeping = window.setInterval(() => void keepAll(), GATHERED_MS);
    return () => {
      window.clearInterval(keeping);
    };
  }, [sort, client, reachable, unkept]);
}
