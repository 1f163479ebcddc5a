import { api } from "@/lib/api-client";
import type { FileFacts } from "@/lib/attachments";

export const askForPortalUpload = (formToken: string, file: FileFacts) =>
  api.post("/api/portal/uploads", { body: { form_token: formToken, ...file } });
