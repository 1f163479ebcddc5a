import { api } from "@/lib/api-client";

/** Who takes part in a request is no longer part of it; that is answered with nothing. */
export const leaveAsGuest = async (token: string, idempotencyKey: string): Promise<void> => {
  await api.delete("/api/portal/ticket/participation", { bearer: token, idempotencyKey });
};

export const leaveByAccount = async (id: string, person: string, idempotencyKey: string): Promise<void> => {
  await api.delete("/api/tickets/{ticket_id}/participants/{person_id}", {
    path: { ticket_id: id, person_id: person },
    idempotencyKey,
  });
};
