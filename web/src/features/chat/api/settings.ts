import { queryOptions, useQuery } from "@tanstack/react-query";

import type { ChatPlan } from "@/api/settings-types";
import { api } from "@/lib/api-client";
import { useSave } from "@/lib/save";

export const chatSettingsQuery = () =>
  queryOptions({ queryKey: ["settings", "chat"], queryFn: () => api.get("/api/settings/chat") });

export const useChatSettings = () => useQuery(chatSettingsQuery());

export const useSaveChatSettings = () =>
  useSave(chatSettingsQuery().queryKey, (body: ChatPlan, ifMatch) =>
    api.put("/api/settings/chat", { body, ifMatch }),
  );
