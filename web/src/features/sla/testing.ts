/** SLA settings of the fake desk: saved as a whole, from the newest revision only. */
import { http, HttpResponse, type HttpHandler } from "msw";

import type { SlaDocument, SlaDryRun, SlaDryRunResult, SlaSettings } from "../../api/settings-types";
import type { Part } from "../../testing/desk.ts";
import { problem } from "../../testing/problem.ts";

export const aSla = (part: Partial<SlaSettings> = {}): SlaSettings => ({
  revision: 3,
  saved_at: "2026-11-20T10:00:00Z",
  saved_by: "p-admin",
  calendars: [
    {
      id: "office-berlin",
      version: 2,
      name: "Office Berlin",
      timezone: "Europe/Berlin",
      region: "DE-BE",
      week: { mon: [["08:00", "18:00"]] },
    },
    { id: "always", version: 1, name: "Around the clock", timezone: "UTC", week: "24x7" },
  ],
  policies: [
    {
      id: "premium",
      version: 1,
      name: "Premium",
      conditions: { plan: ["gold"] },
      calendar: "office-berlin",
      targets: { first_response: { P1: { seconds: 900, business: false } } },
    },
    {
      id: "standard",
      version: 4,
      name: "Standard",
      calendar: "office-berlin",
      targets: { resolution: { "*": { seconds: 28_800 } } },
    },
  ],
  ladders: [
    {
      id: "hand-on",
      version: 1,
      name: "Hand on",
      when: { clock: "*", step: "breach" },
      steps: [{ actions: [{ move_level: "next" }] }],
    },
  ],
  close_solved_after_days: 7,
  close_solved_in_business_days: false,
  survey: { on: true, delay_seconds: 3_600, calendar: null, automatic: false },
  report: {
    overlaps: [{ first: "premium@1", second: "standard@4", hidden: false }],
    gaps: [{ policy: "premium@1", clock: "first_response", priorities: ["P2", "P3", "P4"] }],
    unmatched: null,
  },
  ...part,
});

const A_TRIAL: SlaDryRunResult = {
  asked: [
    { id: "premium", name: "Premium", unmet: ["plan"] },
    { id: "standard", name: "Standard", unmet: [] },
  ],
  policy: "standard",
  clocks: [
    {
      clock: "resolution",
      target_seconds: 28_800,
      business: true,
      calendar: "Office Berlin",
      due_at: "2026-11-24T09:00:00Z",
      steps: [
        { name: "75%", at: "2026-11-23T15:00:00Z" },
        { name: "breach", at: "2026-11-24T09:00:00Z" },
      ],
    },
  ],
  ladders: [
    {
      id: "hand-on",
      name: "Hand on",
      clock: "resolution",
      step: "breach",
      after: "",
      begins_at: "2026-11-24T09:00:00Z",
      steps: [{ at: "2026-11-24T09:00:00Z", actions: [{ move_level: "next" }] }],
      repeat: false,
    },
  ],
};

export interface FakeSla {
  settings: SlaSettings;
  tried: SlaDryRun[];
  saved: { body: SlaDocument; ifMatch: string | null }[];
  handlers: HttpHandler[];
}

export function fakeSla(): FakeSla {
  const sla: FakeSla = {
    settings: aSla(),
    tried: [],
    saved: [],
    handlers: [
      http.get("*/api/settings/sla", () => HttpResponse.json(sla.settings)),
      http.put("*/api/settings/sla", async ({ request }) => {
        const body = (await request.json()) as SlaDocument;
        const ifMatch = request.headers.get("if-match");
        sla.saved.push({ body, ifMatch });
        if (ifMatch !== `"${sla.settings.revision}"`) return problem(412, "settings_moved");
        const { calendars, policies } = body;
        sla.settings = aSla({ calendars, policies, revision: sla.settings.revision + 1 });
        return HttpResponse.json(sla.settings);
      }),
      http.get("*/api/settings/sla/progress", () =>
        HttpResponse.json({ revision: 3, done: 12, changed: 5, finished: true, walks: 6, walks_finished: 6 }),
      ),
      http.post("*/api/settings/sla/dry-runs", async ({ request }) => {
        sla.tried.push((await request.json()) as SlaDryRun);
        return HttpResponse.json(A_TRIAL);
      }),
      http.post("*/api/settings/sla/preview", () =>
        HttpResponse.json({
          open: [
            { start: "2026-11-23T07:00:00Z", end: "2026-11-23T17:00:00Z", closed_before: [] },
            { start: "2026-12-28T07:00:00Z", end: "2026-12-28T17:00:00Z", closed_before: ["Christmas Day"] },
          ],
          after: "2026-11-23T13:00:00Z",
        }),
      ),
    ],
  };
  return sla;
}

export const slaPart: Part = () => fakeSla().handlers;
