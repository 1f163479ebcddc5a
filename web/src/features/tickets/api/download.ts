import type { Download, StoredAttachment } from "@/api/types";
import { api } from "@/lib/api-client";

export const download = ({ href }: StoredAttachment) => api.follow<Download>(href);
