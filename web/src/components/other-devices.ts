/** What one wrote or sent on another device. The newest stands, and nothing that was typed here is lost. */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import type { OwnDraft } from "@/api/types";
import { keepLine, readKeptDraft, refreshDrafts, useOwnDrafts } from "@/lib/desk/drafts";
import {
  isAdopted,
  isKept,
  isNewer,
  mark,
  nameOf,
  partHere,
  type Kind,
  type Part,
  type Sort,
} from "@/lib/desk/kept-drafts";
import { changeDraft, readDraft } from "@/lib/draft";
import { isolated } from "@/lib/isolated";
import { useLive } from "@/lib/live-context";
import { isProblem } from "@/lib/problem";
import { productNow } from "@/lib/product-clock";
import { shortTime } from "@/lib/time-format";

import { useNotify } from "./notify";

/** Puts what stands with the service in place of what is here, which can be had back behind it. */
function useReplacing<T extends object>(sort: Sort<T>) {
  const { t } = useTranslation("agent");
  const notify = useNotify();
  return (part: Part, stands: OwnDraft | null, words: string | null) => {
    const { ticketId, kind, text } = part;
    const rest = sort.restOf(ticketId, kind);
    if (rest === null) return;
    const name = nameOf(sort, rest);
    const before = readDraft<T>(name);
    changeDraft<T>(name, (now) => sort.taken(now, kind, stands));
    const now = partHere(sort, ticketId, kind);
    mark(ticketId, "kept", kind, now?.at);
    if (stands !== null) mark(ticketId, "adopted", kind, now?.at);
    if (words === null || text === "" || now?.text.includes(text)) return;
    notify(words, {
      undo: {
        words: t("drafts.back"),
        run: () => {
          changeDraft<T>(name, (then) => sort.joined(then, kind, before));
        },
      },
    });
  };
}

/** Takes out of the page what was sent or thrown away elsewhere. */
function useTakingOut<T extends object>(sort: Sort<T>) {
  const { t } = useTranslation("agent");
  const replace = useReplacing(sort);
  return (ticketId: string, kind: Kind, takenBy?: string) => {
    const part = partHere(sort, ticketId, kind);
    if (part === null || part.isEmpty || !isKept(part)) return;
    const plain = { interpolation: { escapeValue: false } };
    const taken =
      takenBy === undefined ? null : t("drafts.taken", { name: isolated(takenBy), id: ticketId, ...plain });
    replace(part, null, taken ?? t("drafts.gone", { id: ticketId }));
  };
}

const words = (parts: readonly { kind: Kind; at?: string | undefined }[]): string =>
  parts.map(({ kind, at = "" }) => `${kind}@${at}`).join(" ");

const partsIn = (joined: string): { kind: Kind; at: string }[] =>
  (joined === "" ? [] : joined.split(" ")).map((one) => {
    const [kind = "", at = ""] = one.split("@");
    return { kind: kind, at };
  });

/** A little less than the service keeps drafts: of one that is older, nothing follows from its absence. */
const SURELY_KEPT_MS = 29 * 24 * 60 * 60_000;

/** What was with the service and is there no longer, whatever this device was told of it. */
function useMissing<T extends object>(sort: Sort<T>, ticketId: string, parts: readonly Part[]): void {
  const client = useQueryClient();
  const takeOut = useTakingOut(sort);
  const lines = useOwnDrafts().data;
  const missing = words(
    parts.filter(
      (part) =>
        lines !== undefined &&
        isKept(part) &&
        !part.isEmpty &&
        !lines.some(({ ticket_id, kind }) => ticket_id === ticketId && kind === part.kind),
    ),
  );
  const end = (kind: Kind, at: string) => {
    if (partHere(sort, ticketId, kind)?.at !== at) return;
    if (productNow() - Date.parse(at) < SURELY_KEPT_MS) takeOut(ticketId, kind);
    else mark(ticketId, "kept", kind, undefined);
  };
  const latest = useRef(end);
  useEffect(() => {
    latest.current = end;
  });
  useEffect(() => {
    for (const { kind, at } of partsIn(missing)) {
      // The list may have been made just before the draft was kept: the draft itself is asked for.
      readKeptDraft(ticketId, kind).then(
        (draft) => {
          keepLine(client, ticketId, kind, draft);
        },
        (error: unknown) => {
          if (isProblem(error, 404)) latest.current(kind, at);
        },
      );
    }
  }, [client, ticketId, missing]);
}

/** What is open has what stands with the service: what is newer there, and not what is there no longer. */
export function useOtherDevices<T extends object>(
  sort: Sort<T>,
  ticketId: string,
  kinds: readonly Kind[],
): void {
  const { t, i18n } = useTranslation("agent");
  const replace = useReplacing(sort);
  const parts = kinds.flatMap((kind) => partHere(sort, ticketId, kind) ?? []);
  useMissing(sort, ticketId, parts);
  const lines = useOwnDrafts().data?.filter((line) => line.ticket_id === ticketId) ?? [];
  const newer = words(
    parts.flatMap((part) => lines.filter(({ kind, at }) => kind === part.kind && isNewer(at, part.at))),
  );

  const take = (kind: Kind, draft: OwnDraft) => {
    const part = partHere(sort, ticketId, kind);
    if (part === null || !isNewer(draft.at, part.at)) return;
    const time = shortTime(draft.at, productNow(), i18n.language);
    // Who only looks on here misses nothing.
    replace(part, draft, isAdopted(part) ? null : t("drafts.changed", { time }));
  };
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    for (const { kind } of partsIn(newer)) {
      readKeptDraft(ticketId, kind).then(
        (draft) => {
          latest.current(kind, draft);
        },
        () => {
          // It has gone meanwhile, or comes with the next connection.
        },
      );
    }
  }, [ticketId, newer]);
}

/** Follows what is said of one's drafts; what was sent elsewhere is written here no longer. */
export function useHearingOfDrafts<T extends object>(sort: Sort<T>): void {
  const client = useQueryClient();
  const { hear } = useLive();
  const gone = useTakingOut(sort);
  useOwnDrafts();
  const latest = useRef(gone);
  useEffect(() => {
    latest.current = gone;
  });
  useEffect(
    () =>
      hear((told) => {
        if (told.type !== "draft") return;
        const { ticket_id, kind, at, taken_by } = told;
        const part = partHere(sort, ticket_id, kind);
        if (part === null) return;
        if (at === null) {
          keepLine(client, ticket_id, kind, null);
          latest.current(ticket_id, kind, taken_by);
        } else if (isNewer(at, part.at)) void refreshDrafts(client);
      }),
    [sort, hear, client],
  );
}
