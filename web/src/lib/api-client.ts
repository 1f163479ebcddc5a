/** Calls to the API, typed by its OpenAPI document. A refusal is thrown as ApiProblem, silence as NoAnswer. */
import type { paths } from "@/api/schema";

import { NoAnswer, problemFrom } from "./problem";
import { wasAnswered, wasNotAnswered } from "./reachability";

type Method = "get" | "post" | "put" | "patch" | "delete";
type PathWith<M extends Method> = { [P in keyof paths]: paths[P][M] extends object ? P : never }[keyof paths];
type Operation<M extends Method, P extends keyof paths> = NonNullable<paths[P][M]>;

type Json<T> = T extends { content: { "application/json": infer Body } } ? Body : never;
/** Where nothing may come back, nothing is one of the answers. */
type Answer<O> = O extends { responses: infer R }
  ? Json<R[keyof R & (200 | 201 | 202)]> | (204 extends keyof R ? undefined : never)
  : never;
type BodyOf<O> = O extends { requestBody?: infer R } ? Json<NonNullable<R>> : never;
type ParametersOf<O, Where extends "path" | "query"> = O extends { parameters: infer Ps }
  ? Where extends keyof Ps
    ? NonNullable<Ps[Where]>
    : never
  : never;

/** A part is demanded when the document knows it, and refused when it does not. */
type Part<Name extends string, T> = [T] extends [never] ? Partial<Record<Name, never>> : Record<Name, T>;
type OptionalPart<Name extends string, T> = [T] extends [never]
  ? Partial<Record<Name, never>>
  : Partial<Record<Name, T>>;

type Options<O> = Part<"path", ParametersOf<O, "path">> &
  OptionalPart<"query", ParametersOf<O, "query">> &
  Part<"body", BodyOf<O>> & {
    idempotencyKey?: string;
    /** The revision the caller has seen. */
    ifMatch?: number;
    /** Instead of the session's: the key of a signed link. */
    bearer?: string;
    /** After this no answer is expected any more. */
    limitMs?: number;
    /** It goes on when the page is closed; browsers take 64 KiB so. */
    keepalive?: boolean;
  };

/** The options may be left out when nothing in them is demanded. */
type Arguments<O> = Partial<Options<O>> extends Options<O> ? [Options<O>?] : [Options<O>];

interface LooseOptions {
  path?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
  idempotencyKey?: string;
  ifMatch?: number;
  bearer?: string;
  limitMs?: number;
  keepalive?: boolean;
  /** Instead of JSON. */
  accept?: string;
}

let sessionBearer: () => Promise<string | null> = () => Promise.resolve(null);

/** Each app says once where its bearer token comes from. */
export function setBearerSource(source: () => Promise<string | null>): void {
  sessionBearer = source;
}

const OPEN = /^\/api\/(portal\/|health$)/;

function addressOf(template: string, { path = {}, query = {} }: LooseOptions): string {
  const pathname = template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? ""));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (["string", "number", "boolean"].includes(typeof value)) search.set(name, String(value));
  }
  return new URL(search.size > 0 ? `${pathname}?${search}` : pathname, window.location.origin).href;
}

async function headersFor(template: string, options: LooseOptions): Promise<Headers> {
  const headers = new Headers({ accept: options.accept ?? "application/json" });
  const bearer = options.bearer ?? (OPEN.test(template) ? null : await sessionBearer());
  if (bearer !== null) headers.set("authorization", `Bearer ${bearer}`);
  if (options.body !== undefined) headers.set("content-type", "application/json");
  if (options.idempotencyKey !== undefined) headers.set("idempotency-key", options.idempotencyKey);
  if (options.ifMatch !== undefined) headers.set("if-match", `"${options.ifMatch}"`);
  return headers;
}

/** Longer than the service takes for anything; then nobody is left waiting. */
const LIMIT_MS = { reading: 15_000, acting: 30_000 };

async function call(method: Method, template: string, options: LooseOptions = {}): Promise<unknown> {
  const headers = await headersFor(template, options);
  const response = await fetch(addressOf(template, options), {
    method: method.toUpperCase(),
    headers,
    ...(options.keepalive === undefined ? {} : { keepalive: options.keepalive }),
    signal: AbortSignal.timeout(options.limitMs ?? (method === "get" ? LIMIT_MS.reading : LIMIT_MS.acting)),
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
  }).catch((error: unknown) => {
    wasNotAnswered();
    throw new NoAnswer(error);
  });
  wasAnswered();
  if (!response.ok) throw await problemFrom(response);
  if (options.accept !== undefined) return response.text();
  return response.status === 204 ? undefined : response.json();
}

const caller =
  <M extends Method>(method: M) =>
  <P extends PathWith<M>>(path: P, ...[options]: Arguments<Operation<M, P>>) =>
    call(method, path, options) as Promise<Answer<Operation<M, P>>>;

/** An address the API itself gave, as the `href` of an attachment. */
const follow = <T>(href: string, options: Pick<LooseOptions, "bearer"> = {}) =>
  call("get", href, options) as Promise<T>;

/** What can be had as a table, as text. */
const csv = <P extends PathWith<"get">>(path: P, ...[options]: Arguments<Operation<"get", P>>) =>
  call("get", path, { ...options, accept: "text/csv" }) as Promise<string>;

export const api = {
  get: caller("get"),
  csv,
  post: caller("post"),
  put: caller("put"),
  patch: caller("patch"),
  delete: caller("delete"),
  follow,
};
