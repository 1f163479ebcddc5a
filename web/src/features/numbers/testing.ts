/** Figures of a desk in memory: each report says the same numbers whatever it is asked for. */
import { http, HttpResponse, type HttpHandler } from "msw";

import type { Briefing, BriefingPlan, FigureReport } from "@/api/settings-types";
import type { TicketCost } from "@/api/types";

import { aTicket, cardOf } from "../../testing/builders.ts";
import { problem } from "../../testing/problem.ts";
import type { Part } from "../../testing/desk.ts";

type Unit = FigureReport["figures"][number]["unit"];

const aFigure = (
  name: string,
  unit: Unit,
  question: string | null = null,
): FigureReport["figures"][number] => ({
  ...{ name, unit, question },
  sentence: { en: `What ${name} counts.`, de: `Was ${name} zählt.` },
});

const lasted = (name: string) => [aFigure(`${name}_median`, "seconds"), aFigure(`${name}_p90`, "seconds")];

const FIGURES: Record<string, FigureReport["figures"]> = {
  flow: [
    aFigure("created", "count", "created:2026-11-01..2026-11-30"),
    aFigure("finished", "count"),
    aFigure("backlog", "count", "is:open"),
    ...lasted("age"),
  ],
  promises: [aFigure("kept", "count"), aFigure("missed", "count"), aFigure("met", "share")],
  times: ["first_response", "next_response", "resolution", "wait"].flatMap((name) => [
    ...lasted(`${name}_calendar`),
    ...lasted(`${name}_business`),
  ]),
  people: [
    aFigure("backlog", "count"),
    aFigure("solved", "count"),
    aFigure("met", "share"),
    aFigure("missed", "count"),
    ...lasted("resolution_business"),
    aFigure("rating", "mean"),
  ],
  ...Object.fromEntries(
    ["channels", "organizations", "causes"].map((report) => [
      report,
      [
        aFigure("created", "count", "created:2026-11-01..2026-11-30"),
        aFigure("solved", "count", "solved:2026-11-01..2026-11-30"),
        aFigure("met", "share"),
        ...lasted("resolution_business"),
      ],
    ]),
  ),
  quality: [
    aFigure("one_touch", "share"),
    aFigure("reopened_share", "share"),
    aFigure("escalated_share", "share"),
  ],
  ratings: [aFigure("satisfied", "share")],
  cost: [
    aFigure("costed", "count", "created:2026-11-01..2026-11-30"),
    ...["cost_total", "cost_mean", "cost_p90", "cost_time"].map((name) => aFigure(name, "dollars")),
    ...["cost_requests", "cost_writes", "cost_transitions", "cost_mails", "cost_kept"].map((name) =>
      aFigure(name, "mean"),
    ),
  ],
};

const VALUES: Record<Unit, number> = {
  count: 12,
  seconds: 5_400,
  share: 0.875,
  mean: 4.25,
  dollars: 0.00163,
};

const valuesOf = (report: string, times = 1) =>
  Object.fromEntries((FIGURES[report] ?? []).map(({ name, unit }) => [name, VALUES[unit] * times]));

const aLine = (report: string, key: string, condition: string) => ({
  ...{ key, name: key, condition, parts: [] },
  ...{ total: valuesOf(report), before: valuesOf(report, 0.5) },
});

function group(report: string, by: string, key: string, name: string, condition: string | null = null) {
  return {
    by,
    lines: [{ key, name, condition, total: valuesOf(report), before: valuesOf(report), parts: [] }],
  };
}

const GROUPS: Record<string, FigureReport["groups"]> = {
  flow: [group("flow", "team", "service-desk", "Service desk", "team:service-desk")],
  promises: [
    group("promises", "clock", "first_response", "first_response"),
    group("promises", "policy", "standard", "standard"),
    group("promises", "priority", "P1", "P1", "priority:P1"),
  ],
  channels: [group("channels", "channel", "in_person", "in_person", "channel:in_person")],
  organizations: [group("organizations", "organization", "acme", "Acme", "org:acme")],
  causes: [
    {
      by: "category",
      lines: [
        { ...aLine("causes", "hardware", "category:hardware"), before: valuesOf("causes", 2) },
        aLine("causes", "network", "category:network"),
      ],
    },
  ],
  cost: [
    group("cost", "channel", "email", "email", "channel:email"),
    group("cost", "organization", "acme", "Acme", "org:acme"),
    group("cost", "team", "service-desk", "Service desk", "team:service-desk"),
  ],
  people: [group("people", "handled_by", "p1", "Amira Haddad")],
};

export const aReport = (report: string, part: Partial<FigureReport> = {}): FigureReport => ({
  ...{ report, first: "2026-11-01", last: "2026-11-30", by: "day", timezone: "Europe/Berlin" },
  as_of: "2026-11-30T13:03:00Z",
  figures: FIGURES[report] ?? [],
  total: valuesOf(report),
  before: valuesOf(report, 0.5),
  parts: [
    { first: "2026-11-28", values: valuesOf(report, 0.2) },
    { first: "2026-11-29", values: valuesOf(report, 0.8) },
  ],
  groups: GROUPS[report] ?? [],
  ...part,
});

export interface FakeNumbers {
  /** What was asked for: the report, and its parameters. */
  asked: string[];
  /** Behind which figure tickets were looked for. */
  listed: string[];
  answer: (report: string) => FigureReport | Response;
  handlers: HttpHandler[];
}

export function fakeNumbers(): FakeNumbers {
  const numbers: FakeNumbers = {
    asked: [],
    listed: [],
    answer: (report) => aReport(report),
    handlers: [
      http.get("*/api/reports/:report/tickets", ({ params, request }) => {
        const url = new URL(request.url);
        numbers.listed.push(`${String(params.report)}${url.search}`);
        const unit = FIGURES[String(params.report)]?.find(
          ({ name }) => name === url.searchParams.get("figure"),
        )?.unit;
        if (unit === undefined) return problem(404, "not_found");
        return HttpResponse.json({
          ...{ unit, sentence: { en: "What it counts.", de: "Was es zählt." }, total: 2, cursor: null },
          items: [{ ticket: cardOf(aTicket()), value: VALUES[unit] }],
        });
      }),
      http.get("*/api/reports/:report", ({ params, request }) => {
        const report = String(params.report);
        if (FIGURES[report] === undefined) return problem(404, "not_found");
        numbers.asked.push(`${report}${new URL(request.url).search}`);
        if (request.headers.get("accept") === "text/csv") return HttpResponse.text(`report\n${report}\n`);
        const answer = numbers.answer(report);
        return answer instanceof Response ? answer : HttpResponse.json(answer);
      }),
    ],
  };
  return numbers;
}

const A_COST: TicketCost = {
  ...{ dollars: 0.00163, time_dollars: 0.00003, requests: 9, write_units: 151.5, transitions: 2 },
  ...{ mails: 4, kept_kb: 52.4, prices_of: "2026-01" },
};

const UNFILTERED = { team: null, organization: null, priority: null, channel: null, handled_by: null };

const aBriefing = (id: string, plan: BriefingPlan, revision: number): Briefing => ({
  ...{ ...UNFILTERED, ...plan },
  ...{ id, revision, due: "2026-12-07T07:00:00Z" },
});

export interface FakeBriefings {
  kept: Briefing[];
  /** Which were sent as a try. */
  tried: string[];
  handlers: HttpHandler[];
}

export function fakeBriefings(): FakeBriefings {
  const fake: FakeBriefings = { kept: [], tried: [], handlers: [] };
  const planOf = async (request: Request) => (await request.json()) as BriefingPlan;
  fake.handlers = [
    http.get("*/api/briefings", () => HttpResponse.json({ items: fake.kept })),
    http.post("*/api/briefings", async ({ request }) => {
      const made = aBriefing(`01B${String(fake.kept.length)}`, await planOf(request), 1);
      fake.kept.push(made);
      return HttpResponse.json(made, { status: 201 });
    }),
    http.put("*/api/briefings/:id", async ({ params, request }) => {
      const saved = aBriefing(String(params.id), await planOf(request), 2);
      fake.kept = fake.kept.map((one) => (one.id === saved.id ? saved : one));
      return HttpResponse.json(saved);
    }),
    http.delete("*/api/briefings/:id", ({ params }) => {
      fake.kept = fake.kept.filter(({ id }) => id !== params.id);
      return HttpResponse.json({ items: fake.kept });
    }),
    http.post("*/api/briefings/:id/tries", ({ params }) => {
      fake.tried.push(String(params.id));
      return HttpResponse.json(fake.kept[0], { status: 202 });
    }),
  ];
  return fake;
}

export const numbersPart: Part = () => [
  ...fakeBriefings().handlers,
  ...fakeNumbers().handlers,
  http.get("*/api/tickets/:id/cost", () => HttpResponse.json(A_COST)),
];
