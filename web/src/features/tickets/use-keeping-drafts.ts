import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";

import type { Visibility } from "@/api/types";
import { useDraftNames } from "@/lib/draft";
import { isProblem, mayPass } from "@/lib/problem";
import { useReachable } from "@/lib/reachability";

import { dropDraft, keepDraft, keepLine } from "@/lib/desk/drafts";
import {
  filesIn,
  isEmpty,
  isKept,
  isRefused,
  kindOf,
  mark,
  MODES,
  sendable,
  withMarks,
  writtenHere,
  writtenIn,
  type Marked,
  type Writing,
} from "./writing";

/** So long what one types is gathered before it goes to the service. */
const GATHERED_MS = 1_500;
const AGAIN_MS = 15_000;

const isSettled = (writing: Marked, mode: Visibility): boolean =>
  isKept(writing, mode) || isRefused(writing, mode);

const isUnkept = (writing: Partial<Writing>, ticketId: string): boolean =>
  MODES.some((mode) => !isSettled(withMarks(ticketId, writing), mode));

async function keepOne(client: QueryClient, ticketId: string, mode: Visibility): Promise<void> {
  const writing = writtenHere(ticketId);
  const at = writing.at?.[mode];
  if (at === undefined || isSettled(writing, mode)) return;
  const kind = kindOf(mode);
  try {
    if (isEmpty(writing, mode)) {
      await dropDraft(ticketId, kind);
      keepLine(client, ticketId, kind, null);
    } else {
      const { text, html } = writtenIn(writing, mode);
      const { html: sent, files } = sendable(html, filesIn(writing, mode));
      const attachments = files.map(({ size = 0, type = "", ...file }) => ({ ...file, size, type }));
      const since = writing.since ?? null;
      // When another device has written later, that stands, and the composer learns it from the list.
      const stands = await keepDraft(ticketId, kind, { body: text, html: sent, attachments, since, at });
      keepLine(client, ticketId, kind, stands);
    }
    mark(ticketId, "kept", mode, at);
  } catch (error) {
    // Who is signed out will have signed in again.
    if (mayPass(error) || isProblem(error, 401)) throw error;
    mark(ticketId, "refused", mode, at);
  }
}

/** Keeps what one writes with the service as well, soon after it was typed on the device, and once there is network. */
export function useKeepingDrafts(): void {
  const client = useQueryClient();
  const reachable = useReachable();
  const unkept = [...useDraftNames<Writing>("ticket.", isUnkept)].join(" ");
  const going = useRef(false);
  const notBefore = useRef(0);
  useEffect(() => {
    if (!reachable || unkept === "") return;
    const keepAll = async () => {
      if (going.current || Date.now() < notBefore.current) return;
      going.current = true;
      try {
        for (const ticketId of unkept.split(" ")) {
          for (const mode of MODES) await keepOne(client, ticketId, mode);
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
  }, [client, reachable, unkept]);
}
