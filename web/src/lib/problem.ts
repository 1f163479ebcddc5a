import type { FieldError, NewerTicket, Problem } from "@/api/types";

import { loadRefusalTexts } from "./refusal-texts";

/** The API refused; it says why in a code for us and a sentence for people. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly fields: readonly FieldError[];
  readonly retryAfterSeconds: number | null;
  /** By which operators find the request in their logs. */
  readonly reference: string | null;
  /** The newer state that comes with a 412. */
  readonly current: NewerTicket["current"] | undefined;

  constructor(
    problem: Problem & Pick<Partial<NewerTicket>, "current">,
    retryAfterSeconds: number | null,
    reference: string | null = null,
  ) {
    super(problem.detail);
    this.name = "ApiProblem";
    this.status = problem.status;
    this.code = problem.code;
    this.fields = problem.errors ?? [];
    this.current = problem.current;
    this.retryAfterSeconds = retryAfterSeconds;
    this.reference = reference;
  }
}

/** No answer came: offline, or the connection broke. */
export class NoAnswer extends Error {
  constructor(cause: unknown) {
    super("The service did not answer", { cause });
    this.name = "NoAnswer";
  }
}

export const isProblem = (error: unknown, ...codes: (number | string)[]): error is ApiProblem =>
  error instanceof ApiProblem &&
  (codes.length === 0 || codes.some((code) => code === error.status || code === error.code));

/** No answer, or a fault on the other side: worth another try. A refusal is final. */
export const mayPass = (error: unknown): boolean =>
  !isProblem(error) || error.status >= 500 || error.status === 429;

/** What an unhappy response says; an answer that is not problem JSON (a proxy's page) becomes one. */
export async function problemFrom(response: Response): Promise<ApiProblem> {
  const body = await response
    .json()
    .then((json: unknown) =>
      typeof json === "object" && json !== null ? (json as Partial<NewerTicket>) : {},
    )
    .catch((): Partial<NewerTicket> => ({}));
  if ((body.errors ?? []).length > 0) await loadRefusalTexts();
  const after = Number(response.headers.get("retry-after"));
  return new ApiProblem(
    {
      type: body.type ?? "about:blank",
      title: body.title ?? response.statusText,
      status: response.status,
      code: body.code ?? `http_${response.status}`,
      detail: body.detail ?? response.statusText,
      errors: body.errors,
      current: body.current,
    },
    Number.isFinite(after) && after > 0 ? after : null,
    // The gateway names every request; what does not get so far, the edge does.
    response.headers.get("apigw-requestid") ?? response.headers.get("x-amz-cf-id"),
  );
}
