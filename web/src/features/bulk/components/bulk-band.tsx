import { Button, Modal } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import type { BulkJob } from "@/api/types";
import { Band } from "@/components/band";
import { useComplain } from "@/components/notify";
import { ErrorState, Loading } from "@/components/states";

import { holdJob, start, stop, ticketsChanged, undo, useJob, useJobs } from "../api/bulk";
import { unfollow, useFollowed } from "../followed";
import { useTelling } from "../use-bulk";
import { Refusals } from "./refusals";

/** Above every page: how far each change of many tickets is, until somebody puts it away. */
export function BulkBand() {
  const followed = useFollowed();
  return followed.length === 0 ? null : <Followed ids={followed} />;
}

function Followed({ ids }: { ids: readonly string[] }) {
  const jobs = useJobs().data ?? [];
  return jobs.filter(({ id }) => ids.includes(id)).map((job) => <Line key={job.id} job={job} />);
}

function Line({ job }: { job: BulkJob }) {
  const { t } = useTranslation(["agent", "common"]);
  const client = useQueryClient();
  const complain = useComplain();
  const tell = useTelling();
  const [details, setDetails] = useState(false);
  const { total, changed, unchanged, refused, stage } = job;
  const seen = changed + unchanged + refused;
  const before = useRef(stage);
  useEffect(() => {
    if (before.current === "running" && stage !== "running") ticketsChanged(client);
    before.current = stage;
  }, [stage, client]);
  const act = (what: Promise<BulkJob>) => {
    what.then((now) => {
      holdJob(client, now);
    }, complain);
  };
  const words = job.undoes === null ? "agent:bulk.far" : "agent:bulk.farBack";
  const told = [
    t(words, { done: seen, count: total }),
    refused > 0 && t("agent:bulk.refusedOf", { count: refused }),
    stage === "stopped" && t("agent:bulk.stopped"),
    stage === "done" && t("agent:bulk.finished"),
  ];
  return (
    <Band label={t("agent:bulk.label")} far={(100 * seen) / total} words={told.filter(Boolean).join(" · ")}>
      {stage === "running" && (
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => {
            act(stop(job));
          }}
        >
          {t("agent:bulk.stop")}
        </Button>
      )}
      {stage === "stopped" && (
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => {
            act(start(job));
          }}
        >
          {t("agent:bulk.further")}
        </Button>
      )}
      {refused > 0 && (
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => {
            setDetails(true);
          }}
        >
          {t("agent:bulk.details")}
        </Button>
      )}
      {job.can_undo && (
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => {
            undo(job).then((back) => {
              unfollow(job.id);
              tell(back);
            }, complain);
          }}
        >
          {t("agent:bulk.takeBack")}
        </Button>
      )}
      {stage !== "running" && (
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => {
            unfollow(job.id);
          }}
        >
          {t("agent:bulk.putAway")}
        </Button>
      )}
      {details && (
        <Modal
          opened
          onClose={() => {
            setDetails(false);
          }}
          title={t("agent:bulk.refuse", { count: refused })}
          closeButtonProps={{ "aria-label": t("common:close") }}
        >
          <Details
            id={job.id}
            onOpen={() => {
              setDetails(false);
            }}
          />
        </Modal>
      )}
    </Band>
  );
}

function Details({ id, onOpen }: { id: string; onOpen: () => void }) {
  const job = useJob(id);
  if (job.data !== undefined) return <Refusals refusals={job.data.refusals} onOpen={onOpen} />;
  if (job.error === null) return <Loading lines={3} onRetry={() => void job.refetch()} />;
  return <ErrorState error={job.error} onRetry={() => void job.refetch()} />;
}
