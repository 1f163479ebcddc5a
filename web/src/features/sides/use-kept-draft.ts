/** What one writes to people outside is kept with the service as well, and gone on with on another device. */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";

import { dropDraft, keepDraft, keepLine, readKeptDraft, useOwnDrafts } from "@/lib/desk/drafts";
import type { Draft } from "@/lib/draft";
import { mayPass } from "@/lib/problem";

import { isEmpty, type SideWriting } from "./writing";

/** So long what one types is gathered before it goes to the service. */
const GATHERED_MS = 1_500;
const AGAIN_MS = 15_000;

const instant = (at: string | null): number => (at === null ? 0 : Date.parse(at));

/** Whether the service has what stands here. */
export function useKeptDraft(ticketId: string, which: string, draft: Draft<SideWriting>): boolean {
  const client = useQueryClient();
  const kind = `side-${which}`;
  const { at } = draft.value;
  const line = useOwnDrafts().data?.find((one) => one.ticket_id === ticketId && one.kind === kind);
  const [kept, setKept] = useState<string | null>(null);
  const [tries, setTries] = useState(0);
  const latest = useRef(draft);
  useEffect(() => {
    latest.current = draft;
  });

  const newer = line !== undefined && instant(line.at) > instant(at) ? line.at : null;
  useEffect(() => {
    if (newer === null) return;
    readKeptDraft(ticketId, kind).then(
      (stands) => {
        const { now, change } = latest.current;
        if (instant(stands.at) <= instant(now().at)) return;
        const { body: text, html, subject, to, cc, attachments: files } = stands;
        change({ text, html, subject, to: to || null, cc: cc || null, files, at: stands.at });
        setKept(stands.at);
      },
      () => undefined, // it has gone meanwhile, or comes with the next connection
    );
  }, [ticketId, kind, newer]);

  const isThere = line !== undefined;
  useEffect(() => {
    if (at === kept || newer !== null || (at === null && !isThere)) return;
    const keep = async () => {
      const now = latest.current.now();
      const { text, html, subject, files } = now;
      if (at === null || isEmpty(now)) {
        await dropDraft(ticketId, kind);
        keepLine(client, ticketId, kind, null);
      } else {
        const attachments = files.map(({ size = 0, type = "", ...file }) => ({ ...file, size, type }));
        const wanted = { body: text, html, attachments, since: null, at, subject };
        keepLine(
          client,
          ticketId,
          kind,
          await keepDraft(ticketId, kind, { ...wanted, to: now.to ?? "", cc: now.cc ?? "" }),
        );
      }
      setKept(at);
    };
    const keeping = window.setTimeout(
      () => {
        keep().catch((error: unknown) => {
          if (mayPass(error)) setTries((before) => before + 1);
        });
      },
      tries === 0 ? GATHERED_MS : AGAIN_MS,
    );
    return () => {
      window.clearTimeout(keeping);
    };
  }, [client, ticketId, kind, at, kept, newer, isThere, tries]);

  return at !== null && at === kept;
}
