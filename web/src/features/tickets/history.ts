/** What became of a ticket, entry by entry: of which kind each is, and what it changed from what. */
import type { EventData } from "@/api/events";
import type { Entry } from "@/api/types";
import type { Told } from "@/lib/ticket-parts";

export const GROUPS = ["talk", "changes", "clocks", "routing", "mail", "access"] as const;

export type Group = (typeof GROUPS)[number];

const OF_TYPE: Record<keyof EventData, readonly Group[]> = {
  ...{ TicketCreated: ["talk"], MessageAdded: ["talk"], SatisfactionRated: ["talk"], SurveyAsked: ["talk"] },
  ...{ SideMessageSent: ["talk", "mail"], SideMessageReceived: ["talk", "mail"] },
  ...{ SideClosed: ["talk"], SideReopened: ["talk"], NotePinned: ["talk"], NoteUnpinned: ["talk"] },
  ...{ StateChanged: ["changes"], TicketUpdated: ["changes"], TicketContinued: ["changes"] },
  ...{ ClockWarned: ["clocks"], ClockBreached: ["clocks"], ClocksRecomputed: ["clocks"] },
  ...{ LadderStarted: ["clocks"], LadderStepTaken: ["clocks"], LaddersEnded: ["clocks"] },
  ...{ TicketAcknowledged: ["clocks"], TicketAssigned: ["routing"], TicketHandedOver: ["routing"] },
  ...{ TicketQueued: ["routing"], TicketUnattended: ["routing"], AssignmentReviewed: ["routing"] },
  ...{ TicketEscalated: ["routing"], TicketDeescalated: ["routing"], LevelNoteKept: ["routing"] },
  ...{ MailReturned: ["mail"], CommandRefused: ["mail"] },
  ...{ ParticipantAdded: ["access"], ParticipantRemoved: ["access"] },
};

const isKnown = (type: string): type is keyof EventData => type in OF_TYPE;

export function groupsOf({ type, data }: Entry): readonly Group[] {
  const groups = isKnown(type) ? OF_TYPE[type] : [];
  const more: Group[] = [];
  if (data.mail !== undefined && data.mail !== null) more.push("mail");
  if (type === "TicketUpdated" && (data.team ?? data.level ?? null) !== null) more.push("routing");
  return [...groups, ...more];
}

export const FIELDS = [
  ...(["state", "subject", "kind", "category", "impact", "urgency", "priority"] as const),
  ...(["level", "team", "assignee", "organization", "assets"] as const),
] as const;

export type Field = (typeof FIELDS)[number];

/** Of people and assets the names, of all else the value as it is stored; empty where there is none. */
type Held = Partial<Record<Field, string>>;

export interface Moved {
  field: Field;
  /** Unknown when what was before stands in entries that are not here. */
  before: string | undefined;
  after: string;
}

type Names = Map<string, string>;

const namesOf = (told: Told<"TicketUpdated">): string | undefined =>
  told.assets?.map(({ name }) => name).join(", ");

/** What an entry says by itself of what was before. */
function saidBefore(entry: Entry, names: Names): Held {
  const data = entry.data as Partial<Record<string, string | null>>;
  const person = data.previous === null ? "" : data.previous && (names.get(data.previous) ?? data.previous);
  const place = {
    ...(data.previous_level ? { level: data.previous_level } : {}),
    ...(data.previous_team ? { team: data.previous_team } : {}),
  };
  if (entry.type === "StateChanged") return data.previous ? { state: data.previous } : {};
  if (person === undefined) return place;
  return { ...place, assignee: person };
}

function saidAfter({ type, data }: Entry, names: Names): Held {
  const told = data as Told<"TicketUpdated"> & { state?: string; assignee?: string | null; name?: string };
  const held: Held = {};
  for (const field of ["kind", "category", "impact", "urgency", "priority", "level", "team"] as const) {
    const value = told[field];
    if (typeof value === "string") held[field] = value;
  }
  if (typeof told.subject === "string" && !type.startsWith("Side")) held.subject = told.subject;
  if (typeof told.organization === "string") held.organization = told.organization;
  if ((type === "StateChanged" || type === "TicketCreated") && told.state !== undefined)
    held.state = told.state;
  if (type === "TicketUpdated" || type === "TicketCreated") {
    const assets = namesOf(told);
    if (assets !== undefined) held.assets = assets;
  }
  const { assignee } = told;
  if (type === "TicketAssigned" || type === "TicketHandedOver")
    held.assignee = assignee ? (told.name ?? names.get(assignee) ?? assignee) : "";
  // Another team takes it from its assignee.
  else if (held.team !== undefined) held.assignee = "";
  return held;
}

const CHANGING = new Set<string>([
  ...["TicketCreated", "TicketUpdated", "StateChanged", "TicketAssigned", "TicketHandedOver"],
  ...["TicketEscalated", "TicketDeescalated"],
]);

/** By entry, oldest first: what it changed, and from what, as far as the entries that are here tell. */
export function changesIn(
  entries: readonly Entry[],
  people: readonly { id: string; name: string }[],
): Map<string, Moved[]> {
  const names: Names = new Map(people.map(({ id, name }) => [id, name]));
  for (const { actor } of entries) if (actor.name !== "") names.set(actor.id, actor.name);
  const changes = new Map<string, Moved[]>();
  let held: Held = {};
  for (const entry of entries) {
    if (!CHANGING.has(entry.type)) continue;
    const after = saidAfter(entry, names);
    const began = entry.type === "TicketCreated";
    const before = { ...held, ...saidBefore(entry, names) };
    if (!began)
      changes.set(
        entry.id,
        FIELDS.flatMap((field) => {
          const now = after[field];
          return now === undefined || now === (before[field] ?? (field === "assignee" ? "" : undefined))
            ? []
            : [{ field, before: before[field], after: now }];
        }),
      );
    held = { ...before, ...after, ...(began ? { assignee: "", assets: after.assets ?? "" } : {}) };
  }
  return changes;
}
