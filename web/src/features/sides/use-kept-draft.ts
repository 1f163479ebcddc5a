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

interface KeptDraft {
  /** The service has what stands here. */
  kept: boolean;
  /** It was sent: told at once, as one that begins a side is left with it. */
  end: () => void;
}

export function useKeptDraft(ticketId: string, which: string, draft: Draft<SideWriting>): KeptDraft {
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
  const isDue = at !== kept && newer === null && (at !== null || isThere);
  const keep = async () => {
    const { text, html, subject, to, cc, files, at: written } = latest.current.now();
    if (written === null || isEmpty(latest.current.now())) {
      await dropDraft(ticketId, kind);
      keepLine(client, ticketId, kind, null);
    } else {
      const attachments = files.map(({ size = 0, type = "", ...file }) => ({ ...file, size, type }));
      const wanted = { body: text, html, attachments, since: null, at: written };
      const stands = await keepDraft(ticketId, kind, { ...wanted, subject, to: to ?? "", cc: cc ?? "" });
      // It may have been sent meanwhile.
      if (isEmpty(latest.current.now())) await dropDraft(ticketId, kind);
      else keepLine(client, ticketId, kind, stands);
    }
    setKept(written);
  };
  const now = useRef({ isDue, keep });
  useEffect(() => {
    now.current = { isDue, keep };
  });
  useEffect(() => {
    if (!isDue) return;
    const keeping = window.setTimeout(
      () => {
        now.current.keep().catch((error: unknown) => {
          if (mayPass(error)) setTries((before) => before + 1);
        });
      },
      tries === 0 ? GATHERED_MS : AGAIN_MS,
    );
    return () => {
      window.clearTimeout(keeping);
    };
  }, [isDue, at, tries]);
  // What was typed last before one leaves is kept, too.
  useEffect(
    () => () => {
      if (now.current.isDue) void now.current.keep().catch(() => undefined);
    },
    [],
  );

  return {
    kept: at !== null && at === kept,
    end: () => {
      keepLine(client, ticketId, kind, null);
      // If it fails, it is done when the side is opened next.
      void dropDraft(ticketId, kind).catch(() => undefined);
    },
  };
}
