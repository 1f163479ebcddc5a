import type { NamedUpload, RequesterTicket } from "@/api/types";
import { api } from "@/lib/api-client";

export interface Reply {
  body: string;
  attachments?: NamedUpload[];
}

export const replyAsGuest = (token: string, reply: Reply, idempotencyKey: string): Promise<RequesterTicket> =>
  api.post("/api/portal/ticket/messages", { bearer: token, body: reply, idempotencyKey });

export const replyToOwn = (id: string, reply: Reply, idempotencyKey: string) =>
  api.post("/api/tickets/{ticket_id}/messages", {
    path: { ticket_id: id },
    body: { ...reply, visibility: "public" },
    idempotencyKey,
  });
