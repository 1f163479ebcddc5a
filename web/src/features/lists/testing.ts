import { http, HttpResponse } from "msw";

import type { Card, Ticket } from "../../api/types";
import { cardOf } from "../../testing/builders.ts";
import type { Part } from "../../testing/desk.ts";

const byDeadline = (one: Ticket, two: Ticket) =>
  (one.next_deadline ?? "9").localeCompare(two.next_deadline ?? "9");

export const listsPart: Part = ({ tickets, me }) => [
  http.get("*/api/tickets", ({ request }) => {
    const query = new URL(request.url).searchParams;
    const assignee = query.get("assignee");
    const isWanted = (name: "team" | "phase" | "priority" | "organization" | "waits_for") => (card: Card) =>
      [null, card[name]].includes(query.get(name));
    const words = (query.get("words") ?? "").toLowerCase().split(" ");
    const before = query.get("due_before");
    const items = [...tickets.values()]
      .filter((ticket) => me.role !== "requester" || ticket.requester.id === me.id)
      .sort(byDeadline)
      .map(cardOf)
      .filter(isWanted("team"))
      .filter(isWanted("phase"))
      .filter(isWanted("priority"))
      .filter(isWanted("organization"))
      .filter(isWanted("waits_for"))
      .filter(({ phase }) => query.get("needs_work") !== "true" || (phase !== "solved" && phase !== "closed"))
      .filter((card) => [null, "me", card.requester.id].includes(query.get("requester")))
      .filter((card) => me.role !== "requester" || card.requester.id === me.id)
      .filter((card) => assignee !== "none" || card.assignee === null)
      .filter((card) => [null, "none", card.assignee?.id].includes(assignee === "me" ? me.id : assignee))
      .filter(({ breached }) => query.get("missed") !== "true" || breached.length > 0)
      .filter(({ next_deadline: due }) => before === null || (due !== null && due < before))
      .filter(({ id, subject, requester }) => {
        const said = `${id} ${subject} ${requester.name}`.toLowerCase();
        return words.every((word) => said.includes(word));
      });
    return HttpResponse.json({ items, cursor: null, looked_at: tickets.size });
  }),
];
