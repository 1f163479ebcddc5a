import { http, HttpResponse } from "msw";

import type { LocaleWish } from "../../api/types";
import type { Part } from "../../testing/desk.ts";
import { problem } from "../../testing/problem.ts";

export const directoryPart: Part = (desk) => {
  let { language, timezone, settled } = desk.me;
  return [
    http.get("*/api/me", () => HttpResponse.json({ ...desk.me, language, timezone, settled })),
    http.get("*/api/me/locale", () => HttpResponse.json({ language, timezone })),
    http.put("*/api/me/locale", async ({ request }) => {
      const wish = (await desk.note(request)) as LocaleWish;
      if (wish.timezone.startsWith("Antarctica/")) {
        const error = { field: "timezone", code: "no_zone", message: "", values: { name: wish.timezone } };
        return problem(422, "invalid", { errors: [error] });
      }
      if (!(wish.supposed === true && settled)) ({ language, timezone } = wish);
      settled = true;
      return HttpResponse.json({ language, timezone });
    }),
  ];
};
