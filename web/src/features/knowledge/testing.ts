import { http, HttpResponse } from "msw";

import type { ArticlePlan, ArticleText, ShownArticle, WrittenArticle } from "../../api/types";
import { at } from "../../testing/builders.ts";
import type { Part } from "../../testing/desk.ts";
import { problem } from "../../testing/problem.ts";

export const ARTICLE: ShownArticle = {
  ...{ id: "01KART", language: "en", title: "Reset your password", asked_language: "en" },
  address: "/help/en/reset-your-password-01KART",
  category: "account",
  body: "<p>Press <strong>Forgotten</strong> on the sign-in page.</p>",
  shown_at: at(-600),
  languages: [],
};

export const WRITTEN: WrittenArticle = {
  ...{ id: "01KART", language: "en", category: "account", revision: 2, changed_at: at(-600) },
  visibility: { audience: "public", organizations: [], level: null },
  editions: [
    {
      ...{ language: "en", state: "published", version: 1, title: ARTICLE.title, saved_at: at(-600) },
      ...{ shown: 1, shown_title: ARTICLE.title, shown_at: at(-600), address: ARTICLE.address },
      ...{ publish_at: null, expire_at: null },
    },
  ],
  ...{ text_language: "en", version: 1, title: ARTICLE.title, body: ARTICLE.body, written_by: "Alex" },
  feedback: { helped: 3, did_not_help: 1, reasons: { unclear: 1 }, deflected: 2 },
};

const asked = (request: Request) => new URL(request.url).searchParams;

/** One article, in English, that is written, published and read. */
export const knowledgePart: Part = ({ note }) => {
  let held = WRITTEN;
  const saved = (text: Partial<ArticleText>, state: "draft" | "published") => {
    const version = held.version + (state === "draft" ? 1 : 0);
    const edition = { ...held.editions[0], state, version, title: text.title ?? held.title };
    const shown = state === "published" ? { shown: version, shown_title: edition.title } : {};
    const editions = [{ ...edition, ...shown }] as WrittenArticle["editions"];
    held = { ...held, ...text, version, editions, revision: held.revision + 1 } as WrittenArticle;
    return HttpResponse.json(held);
  };
  return [
    http.get("*/api/portal/articles", ({ request }) =>
      HttpResponse.json({ items: asked(request).get("category") === "account" ? [ARTICLE] : [] }),
    ),
    http.get("*/api/portal/articles/:id", ({ request, params }) =>
      params.id === ARTICLE.id
        ? HttpResponse.json({ ...ARTICLE, asked_language: asked(request).get("language") })
        : problem(404, "not_found"),
    ),
    http.post("*/api/portal/articles/:id/:language/feedback", async ({ request }) => {
      await note(request);
      return new HttpResponse(null, { status: 204 });
    }),
    http.get("*/api/articles", () =>
      HttpResponse.json({ items: [held], cursor: null, deflected: { this_month: 4, last_month: 7 } }),
    ),
    http.post("*/api/articles", async ({ request }) => {
      await note(request);
      return HttpResponse.json(held, { status: 201 });
    }),
    http.post("*/api/tickets/:id/articles", async ({ request }) => {
      await note(request);
      return HttpResponse.json(held, { status: 201 });
    }),
    http.get("*/api/article-templates", () =>
      HttpResponse.json({
        items: [
          { template: "how_to", body: "<p><strong>Steps</strong></p><ol><li></li></ol>" },
          { template: "known_error", body: "<p><strong>Symptom</strong></p><p></p>" },
        ],
      }),
    ),
    http.get("*/api/articles/:id/:language", ({ params }) =>
      params.language === held.text_language ? HttpResponse.json(held) : problem(404, "not_found"),
    ),
    http.put("*/api/articles/:id/:language", async ({ request }) =>
      saved((await note(request)) as ArticleText, "draft"),
    ),
    http.put("*/api/articles/:id/:language/plan", async ({ request }) => {
      const plan = (await note(request)) as ArticlePlan;
      const editions = [{ ...held.editions[0], ...plan }] as WrittenArticle["editions"];
      held = { ...held, editions, revision: held.revision + 1 };
      return HttpResponse.json(held);
    }),
    http.post("*/api/articles/:id/:language/publications", async ({ request }) => {
      await note(request);
      return saved({}, "published");
    }),
    http.get("*/api/articles/:id/:language/versions", () =>
      HttpResponse.json({
        items: [{ version: 1, title: ARTICLE.title, saved_at: at(-600), written_by: "Alex" }],
        cursor: null,
      }),
    ),
    http.get("*/api/articles/:id/:language/versions/:number", () =>
      HttpResponse.json({
        ...{ version: 1, title: ARTICLE.title, saved_at: at(-600), written_by: "Alex" },
        body: ARTICLE.body,
      }),
    ),
  ];
};
