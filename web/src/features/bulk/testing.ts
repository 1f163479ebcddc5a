/** Changes of many tickets, of a desk in memory: few are done at once, more when somebody looks. */
import { http, HttpResponse } from "msw";

import type {
  BulkJob,
  BulkJobPage,
  BulkJobs,
  BulkPlan,
  BulkPlanned,
  BulkRefusal,
  Ticket,
} from "../../api/types";
import type { Desk, Part } from "../../testing/desk.ts";
import { problem } from "../../testing/problem.ts";

const PART = 25;

interface Held {
  job: BulkJob;
  ids: string[];
  before: Map<string, Partial<Ticket>>;
  refusals: BulkRefusal[];
}

function changed(desk: Desk, { change }: Pick<BulkPlan, "change">): Partial<Ticket> {
  const { fields, move } = change;
  if (move) return { state: move.state, phase: move.state as Ticket["phase"] };
  const { priority, assignee } = fields ?? {};
  return {
    ...(priority && { priority }),
    ...(assignee !== undefined && {
      assignee: assignee === null ? null : { id: assignee, name: desk.me.name },
    }),
  };
}

const refusal = (code: string, tickets: string[]): BulkRefusal[] =>
  tickets.length === 0 ? [] : [{ code, message: "", values: {}, tickets }];

export const bulkPart: Part = (desk) => {
  const held = new Map<string, Held>();
  const wanted = new Map<string, BulkPlan>();
  const sorted = (ids: string[]) => {
    const can = ids.filter((id) => desk.tickets.has(id));
    return { can, cannot: ids.filter((id) => !can.includes(id)) };
  };
  const work = (one: Held): BulkJob => {
    const plan = wanted.get(one.job.undoes ?? one.job.id);
    if (plan === undefined) return one.job;
    const { can, cannot } = sorted(one.ids);
    for (const id of can) {
      const ticket = desk.tickets.get(id);
      if (ticket === undefined) continue;
      const back = one.job.undoes === null ? undefined : held.get(one.job.undoes)?.before.get(id);
      one.before.set(id, ticket);
      desk.tickets.set(id, { ...ticket, ...(back ?? changed(desk, plan)) });
    }
    one.refusals = refusal("not_found", cannot);
    const done = { stage: "done", changed: can.length, refused: cannot.length } as const;
    one.job = { ...one.job, ...done, can_undo: one.job.undoes === null };
    return one.job;
  };
  const begun = (one: Held): BulkJob => {
    one.job = { ...one.job, stage: "running" };
    return one.job.total <= PART ? work(one) : one.job;
  };
  const made = (id: string, ids: string[], plan: BulkPlan, undoes: string | null): Held => {
    const job: BulkJob = {
      ...{ id, at: desk.clock(), stage: "planned", total: ids.length, changed: 0, unchanged: 0, refused: 0 },
      ...{ change: { ...plan.change }, undoes, can_undo: false },
    };
    const one = { job, ids, before: new Map<string, Partial<Ticket>>(), refusals: [] };
    held.set(id, one);
    return one;
  };
  const of = (id: unknown) => held.get(String(id));
  return [
    http.get("*/api/bulk-changes", () => {
      const items = [...held.values()].map((one) => (one.job.stage === "running" ? work(one) : one.job));
      return HttpResponse.json({ items } satisfies BulkJobs);
    }),
    http.post("*/api/bulk-changes", async ({ request }) => {
      const plan = (await desk.note(request)) as BulkPlan;
      const ids = plan.question == null ? [...(plan.tickets ?? [])] : [...desk.tickets.keys()];
      const one = made(`JOB${held.size}`, ids, plan, null);
      wanted.set(one.job.id, plan);
      const { can, cannot } = sorted(ids);
      const counts = { changed: can.length, unchanged: 0, refused: cannot.length };
      const preview = { ...counts, refusals: refusal("not_found", cannot) };
      return HttpResponse.json({ ...one.job, preview } satisfies BulkPlanned, { status: 201 });
    }),
    http.get("*/api/bulk-changes/:id", ({ params }) => {
      const one = of(params.id);
      if (one === undefined) return problem(404, "not_found");
      return HttpResponse.json({ ...one.job, refusals: one.refusals } satisfies BulkJobPage);
    }),
    http.post("*/api/bulk-changes/:id/:what", async ({ params, request }) => {
      await desk.note(request);
      const one = of(params.id);
      if (one === undefined) return problem(404, "not_found");
      if (params.what === "start") return HttpResponse.json(begun(one));
      if (params.what === "stop") one.job = { ...one.job, stage: "stopped" };
      else {
        const plan = wanted.get(one.job.id);
        if (plan !== undefined)
          return HttpResponse.json(
            begun(made(`${one.job.id}-undo`, [...one.before.keys()], plan, one.job.id)),
          );
      }
      return HttpResponse.json(one.job);
    }),
  ];
};
