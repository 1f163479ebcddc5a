import type { MessageDraft } from "@/api/types";
import { api } from "@/lib/api-client";

/** What its requester said of a ticket, in their words. */
export const noteCall = (ticketId: string, draft: MessageDraft, idempotencyKey: string) =>
  api.post("/api/tickets/{ticket_id}/messages", {
    path: { ticket_id: ticketId },
    body: draft,
    idempotencyKey,
  });
