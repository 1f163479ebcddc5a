import { http, HttpResponse } from "msw";

import type { Survey } from "../../api/types";
import { at } from "../../testing/builders.ts";
import { byLink, type Part } from "../../testing/desk.ts";
import { problem } from "../../testing/problem.ts";

export const surveysPart: Part = ({ note, clock }) => {
  let survey: Survey = {
    ...{ ticket: "HD-07KQ2M4X", subject: "VPN drops every few minutes" },
    ...{ rating: null, rated_at: null, open_until: at(60 * 24 * 7) },
  };
  return [
    http.get("*/api/portal/rating", ({ request }) =>
      byLink(request) ? HttpResponse.json(survey) : problem(401, "sign_in"),
    ),
    http.post("*/api/portal/rating", async ({ request }) => {
      const { rating } = (await note(request)) as { rating: number };
      survey = { ...survey, rating, rated_at: clock() };
      return HttpResponse.json(survey);
    }),
  ];
};
