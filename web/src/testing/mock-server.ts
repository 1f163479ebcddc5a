/** `npm run dev:mock` and `npm run preview:mock`: the fake desk and a sign-in page that asks nothing, inside Vite's server. */
import type { IncomingMessage, ServerResponse } from "node:http";

import { getResponse } from "msw";
import type { Connect, Plugin } from "vite";

import { AGENT, NOW, REQUESTER } from "./builders.ts";
import { fakeDesk } from "./fake-desk.ts";

const started = Date.now();
const clock = () => new Date(Date.parse(NOW) + Date.now() - started).toISOString();
const desks = { agent: fakeDesk(AGENT, clock), portal: fakeDesk(REQUESTER, clock) };
const nonce = new Map<string, string>();

async function asRequest(message: IncomingMessage, origin: string): Promise<Request> {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part as Buffer);
  const headers = Object.entries(message.headers).flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value] as [string, string]] : [],
  );
  const hasBody = message.method !== "GET" && message.method !== "HEAD" && parts.length > 0;
  return new Request(new URL(message.url ?? "/", origin), {
    method: message.method ?? "GET",
    headers,
    ...(hasBody ? { body: Buffer.concat(parts) } : {}),
  });
}

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** The pool's page without the page: everyone is let in, as the agent or as the requester. */
function signIn(request: Request): Response | null {
  const url = new URL(request.url);
  if (url.pathname === "/oauth2/authorize") {
    const back = new URL(url.searchParams.get("redirect_uri") ?? url.origin);
    const code = back.pathname.startsWith("/agent") ? "agent" : "portal";
    nonce.set(code, url.searchParams.get("nonce") ?? "");
    back.searchParams.set("code", code);
    back.searchParams.set("state", url.searchParams.get("state") ?? "");
    return Response.redirect(back, 302);
  }
  if (url.pathname === "/oauth2/token") {
    const seconds = Math.floor(Date.now() / 1000);
    const claims = { iss: `${url.origin}/pool`, aud: "web", sub: "x", exp: seconds + 36_000, iat: seconds };
    const id_token = `${encode({ alg: "none" })}.${encode(claims)}.x`;
    return Response.json({ access_token: "x", id_token, token_type: "Bearer", expires_in: 36_000 });
  }
  if (url.pathname === "/logout")
    return Response.redirect(url.searchParams.get("logout_uri") ?? url.origin, 302);
  return null;
}

async function answer(
  message: IncomingMessage,
  response: ServerResponse,
  next: Connect.NextFunction,
): Promise<void> {
  const path = message.url ?? "/";
  if (!/^\/(api|config\.json|oauth2|logout|store)/.test(path)) {
    if (/^\/agent(\/|$|\?)/.test(path)) message.url = "/agent.html";
    next();
    return;
  }
  const request = await asRequest(message, `http://${message.headers.host ?? "localhost"}`);
  const desk = message.headers.referer?.includes("/agent") ? desks.agent : desks.portal;
  const reply =
    signIn(request) ?? (await getResponse(desk.handlers, request)) ?? new Response(null, { status: 404 });
  response.writeHead(reply.status, Object.fromEntries(reply.headers));
  response.end(Buffer.from(await reply.arrayBuffer()));
}

export function mockServer(): Plugin {
  const install = (server: { middlewares: Connect.Server }) => {
    server.middlewares.use((message, response, next) => void answer(message, response, next));
  };
  return { name: "helpdesk-mock", configureServer: install, configurePreviewServer: install };
}
