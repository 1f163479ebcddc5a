import { api } from "@/lib/api-client";

export const getOwnTicket = (id: string, before?: string) =>
  api.get("/api/tickets/{ticket_id}", {
    path: { ticket_id: id },
    query: before === undefined ? {} : { before },
  });
