import { http, HttpResponse } from "msw";

import type { Ticket, View, ViewGroup, ViewGroups, ViewList, ViewPage, ViewPlan } from "../../api/types";
import { cardOf } from "../../testing/builders.ts";
import type { Desk, Part } from "../../testing/desk.ts";
import { problem } from "../../testing/problem.ts";
import { COLUMNS } from "./address.ts";

const usual = (id: string, question: string, part: Partial<View> = {}): View => ({
  ...{ id, name: id, question, sharing: "all", team: null, order: "due", columns: [...COLUMNS] },
  ...{ density: null, grouping: null, revision: 0, mine: false },
  ...part,
});

export const USUAL_VIEWS: readonly View[] = [
  usual("mine", "is:mine is:open"),
  usual("team", "team:mine is:open"),
  usual("unassigned", "is:unassigned is:open"),
  usual("due-today", "due:<=today is:open"),
  usual("breached", "is:breached is:open"),
  usual("waiting-for-us", "waits:us is:open"),
  usual("waiting-for-them", "waits:them is:open", { order: "changed" }),
  usual("recently-solved", "solved:>=-7d", { order: "changed" }),
  usual("followed", "is:followed is:open", { order: "changed" }),
];

/** Of what can be asked for, so much that pages can be seen to ask it. */
const HOLDS: Record<string, (ticket: Ticket, desk: Desk) => boolean> = {
  "is:open": ({ phase }) => phase !== "solved" && phase !== "closed",
  "is:mine": ({ assignee }, { me }) => assignee?.id === me.id,
  "is:unassigned": ({ assignee }) => assignee === null,
  "is:breached": (ticket) => cardOf(ticket).breached.length > 0,
  "is:followed": () => false,
  "team:mine": ({ team }, { me }) => me.teams.includes(team),
  "waits:us": ({ phase }) => phase === "new" || phase === "open",
  "waits:them": ({ phase }) => phase === "pending",
  "solved:>=-7d": ({ phase }) => phase === "solved",
  "due:<=today": ({ next_deadline: due }) => due !== null,
};

function holds(word: string, ticket: Ticket, desk: Desk): boolean | undefined {
  const [operator, value] = word.split(":");
  if (operator === "state") return ticket.state === value;
  if (operator === "assignee") return ticket.assignee?.id === value;
  return HOLDS[word]?.(ticket, desk);
}

/** By state, assignee and whether something is due, as pages are tried with. */
function groupsOf(tickets: readonly Ticket[], grouping: string | null): ViewGroup[] {
  if (grouping === "due") {
    const due = tickets.filter(({ next_deadline: at }) => at !== null).length;
    const parts = [
      { key: "today", name: "today", condition: "due:<=today", count: due },
      { key: "never", name: "never", condition: "is:open", count: tickets.length - due },
    ];
    return parts.filter(({ count }) => count > 0);
  }
  const byState = grouping === "state";
  const keys = tickets.map(({ state, assignee }) => (byState ? state : (assignee?.id ?? null)));
  return [...new Set(keys)].map((key) => ({
    key,
    name: tickets.find(({ assignee }) => assignee?.id === key)?.assignee?.name ?? key ?? "",
    condition: key === null ? "is:unassigned" : `${byState ? "state" : "assignee"}:${key}`,
    count: keys.filter((one) => one === key).length,
  }));
}

const found = (question: string, desk: Desk): Ticket[] => {
  const words = question.split(/\s+/).filter(Boolean);
  const said = ({ id, subject, requester }: Ticket) => `${id} ${subject} ${requester.name}`.toLowerCase();
  return [...desk.tickets.values()].filter((ticket) =>
    words.every((word) => holds(word, ticket, desk) ?? said(ticket).includes(word.toLowerCase())),
  );
};

export const viewsPart: Part = (desk) => {
  const held = new Map(USUAL_VIEWS.map((view) => [view.id, view]));
  const list = () => HttpResponse.json({ items: [...held.values()] } satisfies ViewList);
  const isOld = (request: Request, id: string) =>
    request.headers.get("if-match") !== `"${held.get(id)?.revision ?? 0}"`;
  return [
    http.get("*/api/views", list),
    http.get("*/api/views/counts", () => {
      const counts = [...held.values()].map(({ id, question }) => {
        const all = found(question, desk);
        const missed = all.some((ticket) => cardOf(ticket).breached.length > 0);
        return [id, { count: all.length, missed }];
      });
      return HttpResponse.json({ counts: Object.fromEntries(counts) as object });
    }),
    http.get("*/api/views/:id/tickets", ({ params, request }) => {
      const view = held.get(String(params.id));
      if (view === undefined) return problem(404, "not_found");
      const narrower = new URL(request.url).searchParams.get("q") ?? "";
      const items = found(`${view.question} ${narrower}`, desk).map(cardOf);
      return HttpResponse.json({
        ...{ items, cursor: null, total: items.length, total_is: "exact" },
      } satisfies ViewPage);
    }),
    http.get("*/api/views/:id/groups", ({ params, request }) => {
      const view = held.get(String(params.id));
      if (view === undefined) return problem(404, "not_found");
      const asked = new URL(request.url).searchParams;
      const all = found(`${view.question} ${asked.get("q") ?? ""}`, desk);
      return HttpResponse.json({ items: groupsOf(all, asked.get("grouping")) } satisfies ViewGroups);
    }),
    http.put("*/api/views/:id", async ({ params, request }) => {
      const id = String(params.id);
      const plan = (await desk.note(request)) as ViewPlan;
      if (isOld(request, id)) return problem(412, "settings_moved");
      const wrong = /(\S+):/.exec(plan.question.replace(/\b(is|team|waits|due|solved|priority):/g, ""))?.[1];
      if (wrong !== undefined) {
        const error = { field: "question", code: "no_operator", message: "", values: { name: wrong } };
        return problem(422, "invalid", { errors: [error] });
      }
      const view = usual(id, plan.question, {
        ...plan,
        mine: true,
        revision: (held.get(id)?.revision ?? 0) + 1,
      });
      held.set(id, view);
      return HttpResponse.json(view);
    }),
    http.delete("*/api/views/:id", async ({ params, request }) => {
      await desk.note(request);
      if (isOld(request, String(params.id))) return problem(412, "settings_moved");
      held.delete(String(params.id));
      return list();
    }),
  ];
};
