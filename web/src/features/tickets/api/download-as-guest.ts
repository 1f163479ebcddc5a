import type { Download, StoredAttachment } from "@/api/types";
import { api } from "@/lib/api-client";

export const downloadAsGuest = (token: string, { href }: StoredAttachment) =>
  api.follow<Download>(href, { bearer: token });
