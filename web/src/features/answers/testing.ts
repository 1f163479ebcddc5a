import { http, HttpResponse } from "msw";

import type { AnsweringArticle, AnsweringArticles } from "../../api/types";
import type { Part } from "../../testing/desk.ts";

export const ANSWER: AnsweringArticle = {
  ...{ article: "01KART", language: "en", title: "Reset your password", score: 0.6 },
  passage: "Press Forgotten on the sign-in page.",
  address: "/help/en/reset-your-password-01KART",
};

/** One article, which answers whoever asks of a password. */
export const answersPart: Part = () => {
  const answered = ({ request }: { request: Request }) => {
    const q = new URL(request.url).searchParams.get("q") ?? "";
    const found: AnsweringArticles = { items: /password/i.test(q) ? [ANSWER] : [], threshold: 0.3 };
    return HttpResponse.json(found);
  };
  return [http.get("*/api/portal/answers", answered), http.get("*/api/answers", answered)];
};
