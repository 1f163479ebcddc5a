import { api } from "@/lib/api-client";
import type { FileFacts } from "@/lib/attachments";

export const askForOwnUpload = (file: FileFacts) => api.post("/api/uploads", { body: file });

/** An upload belongs to a form session; a guest's reply opens one for it. */
export async function askForGuestUpload(file: FileFacts) {
  const { form_token } = await api.get("/api/portal/form");
  return api.post("/api/portal/uploads", { body: { form_token, ...file } });
}
