import { api } from "@/lib/api-client";

/** What was sent by the form, by the link that it gave. */
export const getReceipt = (token: string) => api.get("/api/portal/receipt", { bearer: token });
