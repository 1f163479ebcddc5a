import type { TicketDraft } from "@/api/types";
import { api } from "@/lib/api-client";

export const createTicket = (draft: TicketDraft, idempotencyKey: string) =>
  api.post("/api/tickets", { body: draft, idempotencyKey });
