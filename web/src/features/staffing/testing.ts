/** Teams, plans and the planner's check of the fake desk, in the API's own types. */
import { http, HttpResponse, type HttpHandler } from "msw";

import type {
  AvailabilityPlan,
  Colleague,
  Person,
  PlannedAvailability,
  Roster,
  TeamNow,
  TeamPlan,
  WeekCheck,
  WeekGap,
  WeekOfPerson,
  Workload,
} from "../../api/settings-types";
import { AGENT, at, LEAD, MEMBERS, TEAMS } from "../../testing/builders.ts";
import type { Part } from "../../testing/desk.ts";
import { problem } from "../../testing/problem.ts";

export const aColleague = (part: Partial<Colleague> = {}): Colleague => ({
  id: AGENT.id,
  name: AGENT.name,
  status: "available",
  out: "",
  held: 3,
  capacity: 10,
  levels: ["L1"],
  skills: { sap: 4 },
  languages: ["de", "en"],
  weight: 80,
  external: false,
  away_until: null,
  substitute: null,
  ...part,
});

export const aRoster = (part: Partial<Roster> = {}): Roster => ({
  id: "service-desk",
  name: "Service desk",
  level: "L1",
  topic: "everything first",
  office: "Berlin",
  calendar: "office-berlin",
  next_office: null,
  strategy: "weighted_load",
  alert_seconds: 900,
  owner_seconds: null,
  signature: "",
  retired: false,
  successor: null,
  members: [
    aColleague(),
    aColleague({
      id: LEAD.id,
      name: LEAD.name,
      out: "absent",
      away_until: "2026-11-30T08:00:00Z",
      substitute: AGENT.id,
    }),
  ],
  waiting: 1,
  revision: 4,
  ...part,
});

export const aPlan = (part: Partial<PlannedAvailability> = {}): PlannedAvailability => ({
  levels: [],
  skills: {},
  languages: [],
  shift: null,
  capacity: 10,
  channels: {},
  weight: 100,
  external: false,
  idle_seconds: null,
  absences: [],
  revision: 2,
  ...part,
});

export const aWorkload = (part: Partial<Workload> = {}): Workload => ({
  id: AGENT.id,
  name: AGENT.name,
  teams: ["service-desk"],
  status: "available",
  out: "",
  since: at(-60),
  seen_at: at(-5),
  connected: true,
  ...{ away_until: null, substitute: null, shifts: null, external: false },
  ...{ held: 8, capacity: 10, missed: 0, due: 0, untouched: at(-120), more_due: false, more: false },
  ...part,
});

/** Two teams: one has somebody with too much, the other somebody who is away. */
export const aTeamNow = (part: Partial<TeamNow> = {}): TeamNow => ({
  teams: [
    {
      ...{ team: "service-desk", name: "Service desk", level: "L1", waiting: 2, oldest: at(-120) },
      ...{ expected_seconds: 1200, more: false },
    },
    {
      ...{ team: "it-operations", name: "IT operations", level: "L2", waiting: 0, oldest: null },
      ...{ expected_seconds: null, more: false },
    },
  ],
  people: [
    aWorkload(),
    aWorkload({
      ...{ id: "p-agent2", name: "Tom Berger", status: "busy", out: "busy", connected: false },
      ...{ held: 12, missed: 3, due: 1, untouched: at(-60 * 50) },
      shifts: [{ start: at(-120), end: at(360) }],
    }),
    aWorkload({
      ...{ id: "p-8", name: "Ines Marques", teams: ["it-operations"], out: "absent", shifts: [] },
      ...{ away_until: at(60 * 24), substitute: AGENT.id, held: 0, untouched: null },
      ...{ seen_at: null, connected: false },
    }),
  ],
  ...part,
});

export const GAPS: WeekGap[] = [
  { what: "office", start: "2026-11-23T00:00:00Z", end: "2026-11-23T07:00:00Z", minutes: 420 },
  { what: "office", start: "2026-11-27T17:00:00Z", end: "2026-11-30T00:00:00Z", minutes: 3300 },
  { what: "language:de", start: "2026-11-24T12:00:00Z", end: "2026-11-24T12:30:00Z", minutes: 30 },
  { what: "skill:sap", start: "2026-11-25T00:00:00Z", end: "2026-11-26T00:00:00Z", minutes: 1440 },
];

const WEEK_PEOPLE: WeekOfPerson[] = [
  {
    ...{ id: AGENT.id, name: AGENT.name, teams: ["service-desk"], languages: ["de"], skills: ["sap"] },
    planned: true,
    there: [{ start: "2026-11-23T07:00:00Z", end: "2026-11-23T15:00:00Z" }],
    away: [{ start: "2026-11-25T00:00:00Z", end: "2026-11-26T00:00:00Z" }],
  },
];

export interface FakeStaffing {
  roster: Roster;
  plan: PlannedAvailability;
  gaps: WeekGap[];
  now: TeamNow;
  weekTeams: WeekCheck["teams"];
  /** What was sent to be saved, with the revision it was made from. */
  saved: { body: unknown; ifMatch: string | null }[];
  person: Person;
  /** What is said about retiring and deactivating, and what was asked for; a refusal is answered once. */
  asked: unknown[];
  refusal: Response | null;
  handlers: HttpHandler[];
}

/** One team, one person's plan; saving holds only from the newest revision. */
export function fakeStaffing(): FakeStaffing {
  const save = async <T extends { revision: number }>(
    request: Request,
    held: T,
    apply: (body: never) => T,
  ) => {
    const body: unknown = await request.json();
    const ifMatch = request.headers.get("if-match");
    staffing.saved.push({ body, ifMatch });
    if (ifMatch !== `"${held.revision}"`) return problem(412, "settings_moved");
    return HttpResponse.json(apply(body as never));
  };
  const change = async (request: Request, apply: (wish: never) => object) => {
    const wish: unknown = await request.json();
    staffing.asked.push(wish);
    const { refusal } = staffing;
    staffing.refusal = null;
    return refusal ?? HttpResponse.json(apply(wish as never));
  };
  const staffing: FakeStaffing = {
    roster: aRoster(),
    plan: aPlan(),
    gaps: GAPS,
    now: aTeamNow(),
    weekTeams: [{ id: "service-desk", name: "Service desk", calendar: "office-berlin" }],
    saved: [],
    person: { ...AGENT },
    asked: [],
    refusal: null,
    handlers: [
      http.get("*/api/teams/:id/roster", () => HttpResponse.json(staffing.roster)),
      http.put("*/api/teams/:id", ({ request }) =>
        save(request, staffing.roster, ({ members, ...plan }: TeamPlan) => {
          const people = members.map(
            (id) => staffing.roster.members.find((one) => one.id === id) ?? aColleague({ id, name: id }),
          );
          const next = {
            ...staffing.roster,
            ...plan,
            members: people,
            revision: staffing.roster.revision + 1,
          };
          return (staffing.roster = next);
        }),
      ),
      http.get("*/api/people/:id", ({ params }) =>
        [staffing.person.id, staffing.person.email].includes(String(params.id))
          ? HttpResponse.json(staffing.person)
          : problem(404, "not_found"),
      ),
      http.put("*/api/teams/:id/retirement", ({ request }) =>
        change(request, ({ retired, successor = null }: { retired: boolean; successor?: string | null }) => {
          const { roster } = staffing;
          return (staffing.roster = { ...roster, retired, successor, revision: roster.revision + 1 });
        }),
      ),
      http.put("*/api/people/:id/active", ({ request }) =>
        change(request, ({ active }: { active: boolean }) => {
          return (staffing.person = {
            ...staffing.person,
            active,
            teams: active ? staffing.person.teams : [],
          });
        }),
      ),
      http.get("*/api/people/:id/availability", () => HttpResponse.json(staffing.plan)),
      http.put("*/api/people/:id/availability", ({ request }) =>
        save(
          request,
          staffing.plan,
          (plan: AvailabilityPlan) =>
            (staffing.plan = { ...aPlan(), ...plan, revision: staffing.plan.revision + 1 }),
        ),
      ),
      http.get("*/api/team-now", () => HttpResponse.json(staffing.now)),
      http.get("*/api/planner-check", () =>
        HttpResponse.json({ items: staffing.gaps, teams: staffing.weekTeams, people: WEEK_PEOPLE }),
      ),
    ],
  };
  return staffing;
}

export const staffingPart: Part = () => [
  http.get("*/api/teams", () => HttpResponse.json({ items: TEAMS })),
  http.get("*/api/teams/:id", ({ params }) => {
    const team = TEAMS.find(({ id }) => id === params.id);
    return team ? HttpResponse.json({ ...team, members: MEMBERS }) : problem(404, "not_found");
  }),
  ...fakeStaffing().handlers,
];
