/** Tables that somebody asks for, of a desk in memory: done when somebody looks. */
import { http, HttpResponse } from "msw";

import type { Export, ExportList, ExportPlan } from "../../api/types";
import type { Part } from "../../testing/desk.ts";
import { problem } from "../../testing/problem.ts";

export const exportsPart: Part = (desk) => {
  const held = new Map<string, Export>();
  const looked = (made: Export): Export => {
    const done: Export = { ...made, rows: made.total, stage: "done" };
    held.set(made.id, done);
    return done;
  };
  return [
    http.get("*/api/exports", () => {
      const items = [...held.values()].map(looked).reverse();
      return HttpResponse.json({ items } satisfies ExportList);
    }),
    http.post("*/api/exports", async ({ request }) => {
      const plan = (await desk.note(request)) as ExportPlan;
      const made: Export = {
        ...{ id: `EXPORT${held.size}`, at: desk.clock(), stage: "running", rows: 0, why: "", url: null },
        ...{ name: `${plan.name ?? "tickets"}.${plan.format}`, format: plan.format },
        total: plan.report == null ? desk.tickets.size : 0,
      };
      held.set(made.id, made);
      return HttpResponse.json(made, { status: 201 });
    }),
    http.get("*/api/exports/:id", ({ params }) => {
      const made = held.get(String(params.id));
      if (made === undefined) return problem(404, "not_found");
      return HttpResponse.json({ ...made, url: made.stage === "done" ? "#made" : null } satisfies Export);
    }),
  ];
};
