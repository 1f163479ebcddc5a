import { queryOptions, useQuery } from "@tanstack/react-query";

import type { TopicPlan } from "@/api/settings-types";
import { api } from "@/lib/api-client";
import { useSave } from "@/lib/save";

export const topicsQuery = () =>
  queryOptions({ queryKey: ["settings", "topics"], queryFn: () => api.get("/api/settings/topics") });

export const useTopics = () => useQuery(topicsQuery());

export const useSaveTopics = () =>
  useSave(topicsQuery().queryKey, (body: { topics: TopicPlan[] }, ifMatch) =>
    api.put("/api/settings/topics", { body, ifMatch }),
  );
