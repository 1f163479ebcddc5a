import type { MessageDraft, Ticket } from "@/api/types";
import { api } from "@/lib/api-client";

/** So long one waits for the answer; then it is sent again with the same key, once something answers. */
const LIMIT_MS = 10_000;

interface Sending {
  idempotencyKey: string;
  ifMatch?: number;
  /** It goes on when the page is closed. */
  keepalive?: boolean;
}

export const addMessage = (
  id: string,
  draft: MessageDraft,
  { idempotencyKey, ifMatch, keepalive }: Sending,
): Promise<Ticket> =>
  api.post("/api/tickets/{ticket_id}/messages", {
    path: { ticket_id: id },
    body: draft,
    idempotencyKey,
    ...(ifMatch === undefined ? {} : { ifMatch }),
    limitMs: LIMIT_MS,
    ...(keepalive === undefined ? {} : { keepalive }),
  });
