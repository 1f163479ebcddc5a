import { api } from "@/lib/api-client";
import type { FileFacts } from "@/lib/attachments";

export const askForGuestUpload = (token: string, file: FileFacts) =>
  api.post("/api/portal/uploads", { body: file, bearer: token });
