import { http, HttpResponse } from "msw";

import type { Ticket } from "../../api/types";
import { cardOf } from "../../testing/builders.ts";
import type { Part } from "../../testing/desk.ts";

const byDeadline = (one: Ticket, two: Ticket) =>
  (one.next_deadline ?? "9").localeCompare(two.next_deadline ?? "9");

export const listsPart: Part = ({ tickets, me }) => [
  http.get("*/api/tickets", ({ request }) => {
    const query = new URL(request.url).searchParams;
    const assignee = query.get("assignee");
    const isWanted = (name: "team" | "phase" | "priority" | "organization") => (ticket: Ticket) =>
      [null, ticket[name]].includes(query.get(name));
    const items = [...tickets.values()]
      .filter(isWanted("team"))
      .filter(isWanted("phase"))
      .filter(isWanted("priority"))
      .filter(isWanted("organization"))
      .filter(({ phase }) => query.get("needs_work") !== "true" || (phase !== "solved" && phase !== "closed"))
      .filter((ticket) => assignee !== "none" || ticket.assignee === null)
      .filter(({ assignee: who }) => [null, "none", "me", who?.id].includes(assignee))
      .filter((ticket) => assignee !== "me" || ticket.assignee?.id === me.id)
      .filter((ticket) => me.role !== "requester" || ticket.requester.id === me.id)
      .sort(byDeadline)
      .map(cardOf);
    return HttpResponse.json({ items, cursor: null });
  }),
];
