import { api } from "@/lib/api-client";

export const getGuestTicket = (token: string) => api.get("/api/portal/ticket", { bearer: token });
