import type { TicketDraft } from "@/api/types";
import { api } from "@/lib/api-client";

/** Send a request as the person who is signed in. */
export const createOwnTicket = (draft: TicketDraft, idempotencyKey: string) =>
  api.post("/api/tickets", { body: draft, idempotencyKey });
