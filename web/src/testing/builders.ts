/** The tickets of the fake desk, built with the API's own types so that they cannot drift from it. */
import type { Card, Clock, Entry, Me, Member, RequesterTicket, Team, Ticket } from "../api/types";

export const NOW = "2026-11-23T09:00:00Z";

export const at = (minutes: number): string =>
  new Date(Date.parse(NOW) + minutes * 60_000).toISOString().replace(".000", "");

export const AGENT: Me = {
  id: "p-agent1",
  name: "Amira Haddad",
  email: "agent1@demo.example",
  phone: null,
  role: "agent",
  language: "en",
  timezone: "Europe/Berlin",
  teams: ["service-desk"],
  organization: null,
  active: true,
  others: [],
  deeds: [],
  settled: true,
};

export const LEAD: Me = {
  ...AGENT,
  id: "p-lead",
  name: "Sofia Lindqvist",
  email: "lead@demo.example",
  role: "lead",
};

export const REQUESTER: Me = {
  id: "p-requester",
  name: "Jonas Weber",
  email: "requester@demo.example",
  phone: null,
  role: "requester",
  language: "de",
  timezone: "Europe/Berlin",
  teams: [],
  organization: null,
  active: true,
  others: [],
  deeds: [],
  settled: true,
};

export const TEAMS: Team[] = [
  {
    id: "service-desk",
    name: "Service desk",
    level: "L1",
    topic: "everything first",
    strategy: "weighted_load",
    retired: false,
  },
  {
    id: "it-operations",
    name: "IT operations",
    level: "L2",
    topic: "operations",
    strategy: "weighted_load",
    retired: false,
  },
  {
    id: "network-experts",
    name: "Network experts",
    level: "L3",
    topic: "network",
    strategy: "manual_pull",
    retired: false,
  },
  {
    id: "server-experts",
    name: "Server experts",
    level: "L3",
    topic: "servers",
    strategy: "weighted_load",
    retired: false,
  },
  {
    id: "application-experts",
    name: "Application experts",
    level: "L3",
    topic: "applications",
    strategy: "weighted_load",
    retired: false,
  },
];

export const MEMBERS: Member[] = [
  { id: AGENT.id, name: AGENT.name, role: "agent" },
  { id: "p-agent2", name: "Tom Berger", role: "agent" },
  { id: "p-lead", name: "Sofia Lindqvist", role: "lead" },
];

const REQUESTER_ACTOR: Entry["actor"] = { id: REQUESTER.id, name: REQUESTER.name, role: "requester" };
const AGENT_ACTOR: Entry["actor"] = { id: AGENT.id, name: AGENT.name, role: "agent" };
const SYSTEM_ACTOR: Entry["actor"] = { id: "system", name: "", role: "system" };

let entries = 0;

export function anEntry(part: Partial<Entry> = {}): Entry {
  entries += 1;
  return {
    id: `e-${entries}`,
    at: at(-30),
    type: "MessageAdded",
    visibility: "public",
    actor: AGENT_ACTOR,
    noted: null,
    body: null,
    html: null,
    answers: null,
    attachments: [],
    data: {},
    ...part,
  };
}

export function aClock(part: Partial<Clock> = {}): Clock {
  return {
    clock: "first_response",
    generation: 1,
    state: "running",
    breached: false,
    started_at: at(-30),
    due_at: at(34),
    target_seconds: 3_600,
    remaining_seconds: 2_040,
    met_at: null,
    calendar: "office",
    business: true,
    ...part,
  };
}

/** As the service tells whose turn it is. */
export const turnOf = ({
  state,
  phase,
  assignee,
}: Pick<Ticket, "state" | "phase" | "assignee">): Card["turn"] => {
  if (state === "cancelled") return "cancelled";
  return phase === "new" && assignee !== null ? "open" : phase;
};

export function aTicket(part: Partial<Ticket> = {}): Ticket {
  const ticket: Omit<Ticket, "turn"> = {
    id: "HD-07KQ2M4X",
    kind: "incident",
    subject: "VPN drops every few minutes",
    state: "open",
    phase: "open",
    impact: "medium",
    urgency: "high",
    priority: "P2",
    level: "L1",
    team: "service-desk",
    assignee: { id: AGENT.id, name: AGENT.name },
    requester: { id: REQUESTER.id, name: REQUESTER.name, email: REQUESTER.email },
    organization: "Demo GmbH",
    assets: [],
    unknown_asset: null,
    channel: "portal",
    language: "de",
    category: "network",
    created_at: at(-42),
    updated_at: at(-3),
    revision: 4,
    home_region: "eu-central-1",
    next_deadline: at(34),
    until: null,
    mornings: {
      zone: "Europe/Berlin",
      next: "2026-11-24T07:00:00Z",
      third: "2026-11-26T07:00:00Z",
      next_week: "2026-11-30T07:00:00Z",
    },
    clocks: [
      aClock({ state: "met", met_at: at(-20), due_at: at(18), remaining_seconds: null }),
      aClock({ clock: "resolution", due_at: at(34), target_seconds: 28_800, remaining_seconds: 2_040 }),
    ],
    follows: null,
    followed_by: null,
    mailbox: null,
    related: null,
    ended_clocks: [{ clock: "first_response", kept: 1, missed: 0, older: 0 }],
    ladders: [],
    survey: null,
    pin: null,
    participants: [],
    sides: [],
    vendor: null,
    next_states: ["pending", "on_hold", "solved", "cancelled"],
    timeline: [
      anEntry({
        type: "TicketCreated",
        at: at(-42),
        actor: REQUESTER_ACTOR,
        body: "Since this morning the VPN connection breaks off every three to five minutes. I have restarted the laptop twice.\n\nError: “Tunnel closed by peer (timeout)”.\n\nMy colleagues in the same office see it too: https://status.demo.example/vpn",
        attachments: [
          {
            id: "a-1",
            name: "vpn-log.txt",
            size: 18_204,
            type: "text/plain",
            href: "/api/tickets/HD-07KQ2M4X/attachments/a-1?version=1",
          },
        ],
        data: { team: "service-desk", level: "L1", priority: "P2" },
      }),
      anEntry({
        type: "TicketAssigned",
        visibility: "internal",
        at: at(-41),
        actor: SYSTEM_ACTOR,
        data: { assignee: AGENT.id, name: AGENT.name, reasons: ["round robin"] },
      }),
      anEntry({
        at: at(-20),
        body: "Good morning Mr Weber,\n\nthank you for the log. Could you tell me which network you are on: the office Wi-Fi, or at home?\n\nKind regards\nAmira Haddad",
      }),
      anEntry({
        type: "StateChanged",
        at: at(-20),
        data: { state: "pending", phase: "pending", previous: "new" },
      }),
      anEntry({
        at: at(-12),
        visibility: "internal",
        body: "Gateway fra-2 shows many timeouts since 08:10. Same as last Tuesday? Asked operations.",
      }),
      anEntry({
        at: at(-3),
        actor: REQUESTER_ACTOR,
        body: "At home, over the fibre line. It was fine on Friday.",
      }),
      anEntry({
        type: "StateChanged",
        at: at(-3),
        actor: SYSTEM_ACTOR,
        data: { state: "open", phase: "open", previous: "pending" },
      }),
    ],
    earlier: null,
    answer_by: null,
    ...part,
  };
  return { ...ticket, turn: part.turn ?? turnOf(ticket) };
}

const others: Partial<Ticket>[] = [
  {
    id: "HD-0AB3CD5E",
    subject: "Nobody can print on floor 3",
    priority: "P1",
    impact: "high",
    category: "hardware",
    next_deadline: at(-12),
    state: "new",
    phase: "new",
    assignee: null,
    ladders: [{ ladder: "page", steps_taken: 1, next_at: at(4) }],
    timeline: [
      anEntry({
        type: "TicketCreated",
        at: at(-27),
        actor: REQUESTER_ACTOR,
        body: "All three printers on floor 3 are dark since nine.",
      }),
      anEntry({
        ...{ type: "LadderStepTaken", visibility: "internal", at: at(-11), actor: SYSTEM_ACTOR },
        data: { ladder: "page@1", climb: "page@1:created", step: 0, notify: ["on_call"], next_at: at(4) },
      }),
    ],
    clocks: [aClock({ due_at: at(-12), remaining_seconds: -720, breached: true })],
  },
  {
    id: "HD-0F6GH7JK",
    subject: "Account locked after password change",
    priority: "P3",
    category: "account",
    next_deadline: at(7),
    state: "new",
    phase: "new",
    assignee: null,
    clocks: [aClock({ due_at: at(7), remaining_seconds: 420 })],
  },
  {
    id: "HD-0M8NP9QR",
    subject: "New monitor for the front desk",
    kind: "service_request",
    priority: "P4",
    category: "hardware",
    next_deadline: at(60 * 26),
    clocks: [aClock({ clock: "resolution", due_at: at(60 * 26), remaining_seconds: 93_600 })],
  },
  {
    id: "HD-0S1TV2WX",
    subject:
      "Invoice program shows the wrong tax rate since the update, in all branches that use the southern price list",
    priority: "P2",
    category: "software",
    next_deadline: at(185),
    requester: { id: "p-9", name: "Maximiliane von Hohenstein-Gundelsheim", email: "m@demo.example" },
  },
  {
    id: "HD-0Y3ZA4BC",
    subject: "How do I share a calendar?",
    kind: "service_request",
    priority: "P4",
    category: "question",
    state: "pending",
    phase: "pending",
    until: at(60 * 24),
    next_deadline: null,
    clocks: [aClock({ clock: "resolution", state: "paused", due_at: null, remaining_seconds: 18_000 })],
  },
  {
    id: "HD-0E9FG1HJ",
    subject: "Branch office in Porto is offline",
    ...{ team: "network-experts", level: "L3", state: "new", phase: "new", assignee: null },
    organization: "Harbour Logistics",
    next_deadline: at(22),
  },
  {
    id: "HD-0D5EF6GH",
    subject: "Laptop battery drains within an hour",
    priority: "P3",
    category: "hardware",
    state: "on_hold",
    phase: "on_hold",
    next_deadline: null,
    assignee: { id: "p-agent2", name: "Tom Berger" },
    clocks: [aClock({ clock: "resolution", state: "paused", due_at: null, remaining_seconds: 7_200 })],
  },
];

export const someTickets = (): Ticket[] => [aTicket(), ...others.map((part) => aTicket(part))];

export function cardOf(ticket: Ticket): Card {
  const running = ticket.clocks.find((clock) => clock.state === "running");
  return {
    id: ticket.id,
    kind: ticket.kind,
    subject: ticket.subject,
    state: ticket.state,
    phase: ticket.phase,
    priority: ticket.priority,
    level: ticket.level,
    team: ticket.team,
    assignee: ticket.assignee,
    requester: { id: ticket.requester.id, name: ticket.requester.name },
    organization: ticket.organization,
    category: ticket.category,
    created_at: ticket.created_at,
    updated_at: ticket.updated_at,
    next_deadline: ticket.next_deadline,
    next_clock: running?.clock ?? null,
    breached: ticket.clocks.filter((clock) => clock.breached).map((clock) => clock.clock),
    waiting: ticket.clocks.some((clock) => clock.state === "paused"),
    until: ticket.until,
    revision: ticket.revision,
    takes_part: false,
    near_at: null,
    paused_since: ticket.next_deadline === null ? ticket.updated_at : null,
    waits_for: TURNS[ticket.phase] ?? null,
    waits_since: ticket.updated_at,
    preview: previewOf(ticket),
    turn: ticket.turn,
    answer_by: ticket.answer_by,
  };
}

const previewOf = ({ timeline }: Ticket): string | null =>
  timeline.findLast(({ visibility, body }) => visibility === "public" && body != null)?.body?.slice(0, 100) ??
  null;

const TURNS: Partial<Record<Ticket["phase"], Card["waits_for"]>> = {
  ...{ new: "us", open: "us", pending: "requester", on_hold: "time" },
};

/** What its requester may see of a ticket. */
export function requesterView(ticket: Ticket): RequesterTicket {
  const { id, subject, state, phase, priority, category, created_at, updated_at, revision, requester } =
    ticket;
  return {
    ...{ id, subject, state, phase, priority, category, created_at, updated_at, revision, requester },
    assignee: ticket.assignee,
    follows: ticket.follows,
    followed_by: ticket.followed_by,
    turn: ticket.turn,
    answer_by: ticket.answer_by,
    participants: ticket.participants.map(({ id, name }) => ({ id, name })),
    reader: requester.id,
    rating: null,
    timeline: ticket.timeline.filter((entry) => entry.visibility === "public"),
    earlier: null,
  };
}
