import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import type { BulkChange, BulkJob, BulkPlanned, Me, Member } from "@/api/types";
import { useComplain, useNotify } from "@/components/notify";
import { showInLists } from "@/lib/desk/shown-cards";
import { keyFor, type SentKey } from "@/lib/idempotency";

import { holdJob, plan, start, ticketsChanged, undo } from "./api/bulk";
import { asChanged } from "./as-changed";
import { follow } from "./followed";

/** Few that nobody refuses are changed without a question where it can be taken back. */
const WITHOUT_ASKING = 25;

/** Chosen tickets by their ids, or all that a question finds. */
export type Which = { tickets: string[] } | { question: string };

/** Says how it went; what goes on, and what was refused, is followed in the band. */
export function useTelling(): (job: BulkJob) => void {
  const { t } = useTranslation("agent");
  const client = useQueryClient();
  const notify = useNotify();
  const complain = useComplain();
  const tell = (job: BulkJob) => {
    if (job.stage !== "done" || job.refused > 0) {
      holdJob(client, job);
      follow(job.id);
    }
    if (job.stage !== "done") return;
    ticketsChanged(client);
    if (job.undoes !== null) notify(t("bulk.undone", { count: job.changed }));
    else
      notify(t("bulk.done", { count: job.changed }), {
        ...(job.can_undo && {
          undo: {
            words: t("undo.button"),
            run: () => {
              undo(job).then(tell, complain);
            },
          },
        }),
      });
  };
  return tell;
}

/** A change as it would be, before it is. */
export interface Planned {
  job: BulkPlanned;
  change: BulkChange;
}

/** One thing is done to all that are chosen. What somebody may want to think over is shown beforehand. */
export function useBulk(which: Which, people: readonly (Me | Member)[], onDone: () => void) {
  const client = useQueryClient();
  const tell = useTelling();
  const complain = useComplain();
  const [busy, setBusy] = useState(false);
  const [planned, setPlanned] = useState<Planned | null>(null);
  const sent = useRef<SentKey | null>(null);

  const begin = async ({ job, change }: Planned) => {
    if ("tickets" in which && job.preview.refused === 0)
      showInLists(client, which.tickets, asChanged(change, people));
    try {
      tell(await start(job));
    } catch (error) {
      ticketsChanged(client);
      throw error;
    }
    sent.current = null;
    setPlanned(null);
    onDone();
  };
  const during = (work: Promise<void>) => {
    setBusy(true);
    void work.catch(complain).finally(() => {
      setBusy(false);
    });
  };
  return {
    busy,
    planned,
    forget: () => {
      setPlanned(null);
    },
    begin: () => {
      if (planned !== null) during(begin(planned));
    },
    change: (change: BulkChange) => {
      const wanted = { ...which, change };
      sent.current = keyFor(wanted, sent.current);
      const { key } = sent.current;
      during(
        plan(wanted, key).then((made) => {
          const lasts = change.message !== undefined && change.message !== null;
          const asks =
            "question" in which || lasts || made.total > WITHOUT_ASKING || made.preview.refused > 0;
          if (!asks) return begin({ job: made, change });
          setPlanned({ job: made, change });
          return undefined;
        }),
      );
    },
  };
}
