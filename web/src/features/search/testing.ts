import { http, HttpResponse } from "msw";

import type { SearchHit, SearchPage, SearchPiece, Ticket } from "../../api/types";
import { cardOf } from "../../testing/builders.ts";
import type { Part } from "../../testing/desk.ts";

const marked = (text: string, words: readonly string[]): SearchPiece[] =>
  text
    .split(/(\s+)/)
    .map((part) => ({ text: part, marked: words.some((word) => part.toLowerCase().includes(word)) }));

const counted = (tickets: readonly Ticket[], value: (ticket: Ticket) => string | null) =>
  tickets.map(value).reduce<Record<string, number>>((counts, one) => {
    if (one !== null) counts[one] = (counts[one] ?? 0) + 1;
    return counts;
  }, {});

const THINGS = [
  { kind: "organization", id: "acme", name: "Acme Ltd", says: "acme.example" },
  { kind: "asset", id: "printer-3", name: "Printer on floor 3", says: "INV-0042" },
];

const thingsOf = (wanted: string, q: string): SearchPage => {
  const items = THINGS.filter(
    ({ kind, name, says }) => kind === wanted && `${name} ${says}`.toLowerCase().includes(q),
  ).map(({ kind, id, name, says }): SearchHit => ({
    ...{ kind, id, created_at: null, at: null, ticket: null },
    ...{ title: marked(name, [q]), snippet: marked(says, [q]) },
  }));
  return { items, cursor: null, total: items.length, total_is: "at_least", understood: [], facets: {} };
};

/** Words in subject and messages, and `state:`, `team:` and `priority:`: enough to see what a page does with it. */
export const searchPart: Part = ({ tickets }) => [
  http.get("*/api/search", ({ request }) => {
    const asked = new URL(request.url).searchParams;
    const kind = asked.get("kind") ?? "ticket";
    if (kind !== "ticket") return HttpResponse.json(thingsOf(kind, (asked.get("q") ?? "").toLowerCase()));
    const all = (asked.get("q") ?? "").toLowerCase().split(/\s+/).filter(Boolean);
    const words = all.filter((word) => !word.includes(":"));
    const conditions = all.filter((word) => word.includes(":")).map((word) => word.split(":"));
    const said = ({ id, subject, timeline, requester }: Ticket) =>
      [id, subject, requester.name, ...timeline.map(({ body }) => body ?? "")].join(" ").toLowerCase();
    const found = [...tickets.values()]
      .filter((ticket) => words.every((word) => said(ticket).includes(word)))
      .filter((ticket) =>
        conditions.every(([name = "", value]) =>
          [ticket[name as "state" | "team" | "priority"].toLowerCase()].includes(value ?? ""),
        ),
      );
    const items = found.slice(0, Number(asked.get("limit") ?? 25)).map((ticket): SearchHit => {
      const text = ticket.timeline.map(({ body }) => body ?? "").find((body) => body !== "") ?? "";
      return {
        ...{ kind: "ticket", id: ticket.id, created_at: ticket.created_at, at: ticket.updated_at },
        ...{ title: marked(ticket.subject, words), snippet: marked(text, words), ticket: cardOf(ticket) },
      };
    });
    return HttpResponse.json({
      ...{ items, cursor: null, total: found.length, total_is: "exact", understood: all },
      facets: {
        state: counted(found, ({ state }) => state),
        team: counted(found, ({ team }) => team),
        priority: counted(found, ({ priority }) => priority),
        organization: counted(found, ({ organization }) => organization),
      },
    } satisfies SearchPage);
  }),
];
