import { api } from "@/lib/api-client";

export const downloadAsGuest = (token: string, attachmentId: string) =>
  api.get("/api/portal/ticket/attachments/{attachment_id}", {
    bearer: token,
    path: { attachment_id: attachmentId },
  });

export const downloadOwn = (ticketId: string, attachmentId: string) =>
  api.get("/api/tickets/{ticket_id}/attachments/{attachment_id}", {
    path: { ticket_id: ticketId, attachment_id: attachmentId },
  });
