import type { components } from "@/api/schema";
import { api } from "@/lib/api-client";

export type Chat = components["schemas"]["Chat"];
export type ChatMessage = components["schemas"]["ChatMessage"];
export type ChatDraft = components["schemas"]["ChatDraft"];

export const getTimes = () => api.get("/api/portal/chat/times");

export const openChat = (draft: ChatDraft) => api.post("/api/portal/chats", { body: draft });

/** With an account it is a request like any other, by another way. */
export const openOwnChat = async (subject: string, description: string, idempotencyKey: string) => {
  const body = { subject, description, channel: "chat" as const };
  const opened = await api.post("/api/tickets", { body, idempotencyKey });
  return { id: opened.id, token: decodeURIComponent(opened.status_url.split("#")[1] ?? "") };
};

export const getChat = (token: string, before?: string): Promise<Chat> =>
  api.get("/api/portal/chat", { bearer: token, query: before === undefined ? {} : { before } });

export const sendWords = (token: string, body: string, idempotencyKey: string): Promise<Chat> =>
  api.post("/api/portal/chat/messages", { bearer: token, body: { body }, idempotencyKey });

export const admitVisitor = (token: string) => api.post("/api/portal/chat/live-tickets", { bearer: token });
