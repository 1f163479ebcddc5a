import { api } from "@/lib/api-client";

export const solveOwn = (id: string, idempotencyKey: string) =>
  api.post("/api/tickets/{ticket_id}/transitions", {
    path: { ticket_id: id },
    body: { state: "solved" },
    idempotencyKey,
  });
