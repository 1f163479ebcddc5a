import type { PortalTicketDraft } from "@/api/types";
import { api } from "@/lib/api-client";

/** Send the public form. The key makes a second try of the same request harmless. */
export const createPortalTicket = (draft: PortalTicketDraft, idempotencyKey: string) =>
  api.post("/api/portal/tickets", { body: draft, idempotencyKey });
