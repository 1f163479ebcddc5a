import { http, HttpResponse } from "msw";

import type { OwnSettings, SettingsPlan } from "../../api/types";
import type { Part } from "../../testing/desk.ts";
import { problem } from "../../testing/problem.ts";

const ways = (app: boolean, mail: boolean, push: boolean) => ({ app, mail, push });

/** Who has chosen nothing. */
export const USUAL: OwnSettings = {
  density: "normal",
  single_keys: true,
  start_page: "mine",
  after_send: "next",
  undo_send: 10,
  list_width: null,
  panel_width: null,
  composer_height: null,
  panels: [],
  views: [],
  notifications: {
    assigned: ways(true, true, true),
    handed_over: ways(true, true, true),
    replied: ways(true, true, true),
    mentioned: ways(true, true, true),
    due_soon: ways(true, true, false),
    missed: ways(true, true, true),
    escalated: ways(true, false, false),
    waiting: ways(true, true, false),
    paged: ways(true, true, true),
  },
  quiet_hours: null,
  signature: "",
  digest_at: "08:00",
  revision: 0,
};

/** `held` can be changed by a test as another window would. */
export const preferencesOf =
  (held: { settings: OwnSettings }): Part =>
  (desk) => [
    http.get("*/api/me/settings", () => HttpResponse.json(held.settings)),
    http.put("*/api/me/settings", async ({ request }) => {
      const plan = (await desk.note(request)) as SettingsPlan;
      const { revision } = held.settings;
      if (request.headers.get("if-match") !== `"${revision}"`) return problem(412, "moved");
      const quiet = plan.quiet_hours;
      if (quiet != null && quiet.start === quiet.end) {
        const error = { field: "quiet_hours.end", code: "never_quiet", message: "", values: {} };
        return problem(422, "invalid", { errors: [error] });
      }
      held.settings = { ...held.settings, ...plan, revision: revision + 1 };
      return HttpResponse.json(held.settings);
    }),
  ];

/** What is sent goes at once, but where it is about having it back. */
export const preferencesPart: Part = (desk) => preferencesOf({ settings: { ...USUAL, undo_send: 0 } })(desk);
