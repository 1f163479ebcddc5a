import { http, HttpResponse } from "msw";

import type { Part } from "../../testing/desk.ts";
import { problem } from "../../testing/problem.ts";
import type { Chat, ChatMessage } from "./api/chat.ts";

export const CHAT_TOKEN = "chat-1";

/** One chat, of whoever has its link. */
export const chatPart: Part = ({ note, clock }) => {
  const keys = new Map<string, ChatMessage>();
  const messages: ChatMessage[] = [];
  const shown = (said: readonly ChatMessage[] = messages): Chat => ({
    ...{ id: "HD-07CHAT00", subject: "Help", turn: "new", agent: null, earlier: null },
    revision: messages.length,
    messages: [...said],
  });
  const add = (body: string): ChatMessage => {
    const message: ChatMessage = {
      ...{ id: `m-${messages.length}`, by: "visitor", name: "", html: null, attachments: [] },
      at: clock(),
      body,
    };
    messages.push(message);
    return message;
  };
  const isOf = (request: Request) => request.headers.get("authorization") === `Bearer ${CHAT_TOKEN}`;
  return [
    http.get("*/api/portal/chat/times", () =>
      HttpResponse.json({ open: true, opens_at: null, form_token: "form-1" }),
    ),
    http.post("*/api/portal/chats", async ({ request }) => {
      const { body } = (await note(request)) as { body: string };
      messages.length = 0;
      return HttpResponse.json({ ...shown([add(body)]), token: CHAT_TOKEN }, { status: 201 });
    }),
    http.get("*/api/portal/chat", ({ request }) =>
      isOf(request) ? HttpResponse.json(shown()) : problem(401, "sign_in"),
    ),
    http.post("*/api/portal/chat/messages", async ({ request }) => {
      if (!isOf(request)) return problem(401, "sign_in");
      const key = request.headers.get("idempotency-key") ?? "";
      const { body } = (await note(request)) as { body: string };
      const message = keys.get(key) ?? add(body);
      keys.set(key, message);
      return HttpResponse.json(shown([message]), { status: 201 });
    }),
    http.post("*/api/portal/chat/live-tickets", () => problem(503, "unavailable")),
  ];
};
