import type { MessageDraft, Ticket } from "@/api/types";
import { api } from "@/lib/api-client";

/** So long one waits for the answer; then it is sent again with the same key, once something answers. */
const LIMIT_MS = 10_000;

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
    limitMs: LIMIT_MS,
  });
