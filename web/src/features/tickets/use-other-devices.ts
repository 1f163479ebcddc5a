/** What one wrote or sent on another device. The newest stands, and nothing that was typed here is lost. */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import type { OwnDraft, Visibility } from "@/api/types";
import { useNotify } from "@/components/notify";
import { joined, NOTHING } from "@/components/rich-text/written";
import { changeDraft } from "@/lib/draft";
import { useLive } from "@/lib/live-context";
import { isProblem } from "@/lib/problem";
import { productNow } from "@/lib/product-clock";
import { shortTime } from "@/lib/time-format";

import { keepLine, readKeptDraft, refreshDrafts, useOwnDrafts } from "@/lib/desk/drafts";
import {
  adopted,
  draftOf,
  filesIn,
  isAdopted,
  isEmpty,
  isKept,
  kindOf,
  mark,
  modeOf,
  MODES,
  withFiles,
  withWritten,
  writtenHere,
  writtenIn,
  type Writing,
} from "./writing";

const isNewer = (at: string, writing: Partial<Writing>, mode: Visibility): boolean =>
  Date.parse(at) > Date.parse(writing.at?.[mode] ?? "1970-01-01");

/** Puts what was here behind what is here now, on demand. */
function useOffering() {
  const { t } = useTranslation("agent");
  const notify = useNotify();
  return (words: string, ticketId: string, mode: Visibility, before: Partial<Writing>) => {
    const { text } = writtenIn(before, mode);
    if (text === "" || writtenIn(writtenHere(ticketId), mode).text.includes(text)) return;
    notify(words, {
      undo: {
        words: t("drafts.back"),
        run: () => {
          changeDraft<Writing>(draftOf(ticketId), (now) => ({
            mode,
            ...withWritten(now, mode, joined(writtenIn(now, mode), writtenIn(before, mode))),
            ...withFiles(now, mode, [...filesIn(now, mode), ...filesIn(before, mode)]),
          }));
        },
      },
    });
  };
}

/** Takes out of the composer what was sent or thrown away elsewhere. */
function useTakingOut() {
  const { t } = useTranslation("agent");
  const offer = useOffering();
  return (ticketId: string, mode: Visibility) => {
    const before = writtenHere(ticketId);
    if (!isKept(before, mode) || isEmpty(before, mode)) return;
    changeDraft<Writing>(draftOf(ticketId), (now) => ({
      ...withWritten(now, mode, NOTHING),
      ...withFiles(now, mode, []),
    }));
    mark(ticketId, "kept", mode, writtenHere(ticketId).at?.[mode]);
    offer(t("drafts.gone", { id: ticketId }), ticketId, mode, before);
  };
}

/** A little less than the service keeps drafts: of one that is older, nothing follows from its absence. */
const SURELY_KEPT_MS = 29 * 24 * 60 * 60_000;

/** What was with the service and is there no longer, whatever this device was told of it. */
function useMissing(ticketId: string): void {
  const client = useQueryClient();
  const takeOut = useTakingOut();
  const lines = useOwnDrafts().data;
  const writing = writtenHere(ticketId);
  const missing = MODES.filter(
    (mode) =>
      lines !== undefined &&
      isKept(writing, mode) &&
      !isEmpty(writing, mode) &&
      !lines.some(({ ticket_id, kind }) => ticket_id === ticketId && kind === kindOf(mode)),
  )
    .map((mode) => `${mode}@${writing.at?.[mode] ?? ""}`)
    .join(" ");

  const end = (mode: Visibility, at: string) => {
    if (writtenHere(ticketId).at?.[mode] !== at) return;
    if (productNow() - Date.parse(at) < SURELY_KEPT_MS) takeOut(ticketId, mode);
    else mark(ticketId, "kept", mode, undefined);
  };
  const latest = useRef(end);
  useEffect(() => {
    latest.current = end;
  });
  useEffect(() => {
    for (const one of missing === "" ? [] : missing.split(" ")) {
      const [mode, at = ""] = one.split("@") as [Visibility, string?];
      // The list may have been made just before the draft was kept: the draft itself is asked for.
      readKeptDraft(ticketId, kindOf(mode)).then(
        (draft) => {
          keepLine(client, ticketId, kindOf(mode), draft);
        },
        (error: unknown) => {
          if (isProblem(error, 404)) latest.current(mode, at);
        },
      );
    }
  }, [client, ticketId, missing]);
}

/** The composer that is open has what stands with the service: what is newer there, and not what is there no longer. */
export function useOtherDevices(ticketId: string): void {
  const { t, i18n } = useTranslation("agent");
  const offer = useOffering();
  useMissing(ticketId);
  const lines = useOwnDrafts().data?.filter((line) => line.ticket_id === ticketId) ?? [];
  const newer = MODES.flatMap((mode) =>
    lines
      .filter(({ kind, at }) => kind === kindOf(mode) && isNewer(at, writtenHere(ticketId), mode))
      .map(({ at }) => `${mode}@${at}`),
  ).join(" ");

  const take = (mode: Visibility, draft: OwnDraft) => {
    const before = writtenHere(ticketId);
    if (!isNewer(draft.at, before, mode)) return;
    changeDraft<Writing>(draftOf(ticketId), (now) => adopted(now, mode, draft));
    mark(ticketId, "kept", mode, draft.at);
    mark(ticketId, "adopted", mode, draft.at);
    // Who only looks on here misses nothing.
    if (isAdopted(before, mode)) return;
    const time = shortTime(draft.at, productNow(), i18n.language);
    offer(t("drafts.changed", { time }), ticketId, mode, before);
  };
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    for (const one of newer === "" ? [] : newer.split(" ")) {
      const mode = one.startsWith("public") ? "public" : "internal";
      readKeptDraft(ticketId, kindOf(mode)).then(
        (draft) => {
          latest.current(mode, draft);
        },
        () => {
          // It has gone meanwhile, or comes with the next connection.
        },
      );
    }
  }, [ticketId, newer]);
}

/** Follows what is said of one's drafts; what was sent elsewhere is written here no longer. */
export function useHearingOfDrafts(): void {
  const client = useQueryClient();
  const { hear } = useLive();
  const gone = useTakingOut();
  useOwnDrafts();
  const latest = useRef(gone);
  useEffect(() => {
    latest.current = gone;
  });
  useEffect(
    () =>
      hear((told) => {
        if (told.type !== "draft") return;
        const { ticket_id, kind, at } = told;
        if (at === null) keepLine(client, ticket_id, kind, null);
        const here = MODES.some((mode) => kindOf(mode) === kind);
        if (!here) {
          if (at !== null) void refreshDrafts(client);
        } else if (at === null) latest.current(ticket_id, modeOf(kind));
        else if (isNewer(at, writtenHere(ticket_id), modeOf(kind))) void refreshDrafts(client);
      }),
    [hear, client],
  );
}
