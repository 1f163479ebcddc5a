import { http, HttpResponse } from "msw";

import type { HandOver, Presence, Routing } from "../../api/types";
import { AGENT, at, MEMBERS } from "../../testing/builders.ts";
import type { Part } from "../../testing/desk.ts";
import { problem } from "../../testing/problem.ts";

/** Why a ticket is with whom it is: weighted load chose between two, and three were out. */
export const ROUTING: Routing = {
  rule: "Network by word",
  rules: ["Network by word", "Branch offices"],
  skills: ["vpn"],
  tags: ["remote"],
  text_language: "de",
  raised_impact: [],
  waiting: null,
  decisions: [
    {
      at: at(-41),
      type: "TicketAssigned",
      reason: "weighted_load",
      assignee: AGENT.id,
      candidates: [
        {
          id: AGENT.id,
          name: AGENT.name,
          held: 2,
          out: "",
          score: [4_000_000, 0.02, Date.parse(at(-90)) / 1000],
        },
        { id: "p-7", name: "Nuria Soto", held: 4, out: "", score: [6_500_000, 0.04, 0] },
        { id: "p-agent2", name: "Tom Berger", held: 10, out: "full", score: [] },
        { id: "p-8", name: "Ines Marques", held: 0, out: "skill:vpn", score: [] },
        { id: "p-9", name: "Paul Okafor", held: 1, out: "language:de", score: [] },
      ],
      others: ["off_shift 12"],
    },
    {
      at: at(-42),
      type: "TicketQueued",
      reason: "behind_others",
      assignee: null,
      candidates: [],
      others: [],
    },
  ],
};

export const assignmentPart: Part = (desk) => {
  let presence: Presence = {
    ...{ status: "available", chosen: "available", seen_at: null, idle_seconds: null, connected: true },
  };
  return [
    http.get("*/api/me/status", () => HttpResponse.json(presence)),
    http.put("*/api/me/status", async ({ request }) => {
      const { status } = (await desk.note(request)) as { status: Presence["status"] };
      presence = { ...presence, status, chosen: status, seen_at: desk.clock() };
      return HttpResponse.json(presence);
    }),
    http.post("*/api/teams/:id/take-next", async ({ params, request }) => {
      await desk.note(request);
      const next = [...desk.tickets.values()].find(
        (ticket) => ticket.team === params.id && ticket.assignee === null,
      );
      if (next === undefined) return problem(404, "not_found");
      return HttpResponse.json(desk.change(next, { assignee: { id: desk.me.id, name: desk.me.name } }));
    }),
    http.get("*/api/tickets/:id/routing", ({ params }) =>
      desk.find(params.id) ? HttpResponse.json(ROUTING) : problem(404, "not_found"),
    ),
    desk.acts("hand-overs", (ticket, { summary, ...body }: HandOver) => {
      const person = MEMBERS.find(({ id }) => id === body.person) ?? null;
      const team = body.team ?? ticket.team;
      const whom = { assignee: person?.id, name: person?.name };
      const entry = desk.fact("TicketHandedOver", { ...body, team, cause: "manual", ...whom }, summary);
      return desk.change(ticket, { team, assignee: person }, entry);
    }),
  ];
};
