import { api } from "@/lib/api-client";
import type { FileFacts } from "@/lib/attachments";

export const askForUpload = (file: FileFacts) => api.post("/api/uploads", { body: file });
