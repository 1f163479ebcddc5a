import { api } from "@/lib/api-client";

export const getGuestTicket = (token: string, before?: string) =>
  api.get("/api/portal/ticket", { bearer: token, query: before === undefined ? {} : { before } });
