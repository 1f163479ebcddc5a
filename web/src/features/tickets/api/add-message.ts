import type { MessageDraft, Ticket } from "@/api/types";
import { api } from "@/lib/api-client";

export const addMessage = (
  id: string,
  draft: MessageDraft,
  { idempotencyKey, ifMatch }: { idempotencyKey: string; ifMatch: number },
): Promise<Ticket> =>
  api.post("/api/tickets/{ticket_id}/messages", {
    path: { ticket_id: id },
    body: draft,
    idempotencyKey,
    ifMatch,
  });
