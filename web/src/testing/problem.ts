import { HttpResponse } from "msw";

import type { Problem } from "../api/types";

/** An answer that refuses, as the API writes it. */
export function problem(
  status: number,
  code: string,
  extra: Partial<Problem> & { current?: unknown } = {},
  headers: Record<string, string> = {},
) {
  return HttpResponse.json(
    { type: "about:blank", title: code, status, code, detail: code, ...extra },
    { status, headers: { "content-type": "application/problem+json", ...headers } },
  );
}
