import { http, HttpResponse } from "msw";

import type { Level, LevelNote, Ticket } from "../../api/types";
import { TEAMS } from "../../testing/builders.ts";
import type { Desk, Part } from "../../testing/desk.ts";

interface SentBack {
  level: Level;
  answer: string;
  needless: boolean;
  note: { title: string; level: Level } | null;
}

const kept = new WeakMap<Desk["tickets"], LevelNote[]>();

/** Answers kept for a level. */
export function notesOf({ tickets }: Desk): LevelNote[] {
  const notes = kept.get(tickets) ?? [];
  kept.set(tickets, notes);
  return notes;
}

function keep(desk: Desk, ticket: Ticket, { title, level }: { title: string; level: Level }, body: string) {
  const data = { title, level, category: ticket.category };
  const entry = desk.fact("LevelNoteKept", data, body);
  notesOf(desk).unshift({
    ...{ ...data, id: entry.id, body, ticket: ticket.id, author: desk.actor, at: entry.at },
  });
  return desk.change(ticket, {}, entry);
}

export const levelsPart: Part = (desk) => [
  desk.acts(
    "escalations",
    (ticket, { level = "L2", reason, tried }: { level?: Level; reason: string; tried: string }) => {
      const team = "it-operations";
      const before = { previous_level: ticket.level, previous_team: ticket.team };
      const entry = desk.fact("TicketEscalated", { level, team, ...before, reason, tried, cause: "manual" });
      return desk.change(ticket, { level, team, assignee: null }, entry);
    },
  ),
  desk.acts("de-escalations", (ticket, { note, ...body }: SentBack) => {
    const team = TEAMS.find(({ level }) => level === body.level)?.id ?? ticket.team;
    const before = { previous_level: ticket.level, previous_team: ticket.team };
    const entry = desk.fact("TicketDeescalated", { ...body, team, ...before });
    const back = desk.change(ticket, { level: body.level, team, assignee: null }, entry);
    return note === null ? back : keep(desk, back, note, body.answer);
  }),
  desk.acts("routing-corrections", (ticket, { team, reason }: { team: string; reason: string }) => {
    const level = TEAMS.find(({ id }) => id === team)?.level ?? ticket.level;
    const entry = desk.fact("TicketUpdated", { level, team, reason });
    return desk.change(ticket, { level, team, assignee: null }, entry);
  }),
  http.get("*/api/level-notes", ({ request }) => {
    const wanted = new URL(request.url).searchParams;
    const items = notesOf(desk)
      .filter(({ level }) => level === wanted.get("level"))
      .filter(({ category }) => [null, category].includes(wanted.get("category")));
    return HttpResponse.json({ items, cursor: null });
  }),
];
