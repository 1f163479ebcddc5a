import { queryOptions, useQuery } from "@tanstack/react-query";

import type { LetterTemplate } from "@/api/settings-types";
import { api } from "@/lib/api-client";
import { useSave } from "@/lib/save";

const lettersQuery = () =>
  queryOptions({ queryKey: ["settings", "letters"], queryFn: () => api.get("/api/settings/letters") });

export const useLetters = () => useQuery(lettersQuery());

const versionsKey = ["settings", "letters", "versions"] as const;

export const useSaveLetters = () =>
  useSave(
    lettersQuery().queryKey,
    (body: { templates: LetterTemplate[] }, ifMatch) => api.put("/api/settings/letters", { body, ifMatch }),
    [versionsKey],
  );

/** Asked only while somebody looks at them. */
export const useLetterVersions = (looked: boolean) =>
  useQuery({
    queryKey: versionsKey,
    queryFn: () => api.get("/api/settings/letters/versions"),
    enabled: looked,
  });

export const getLetterVersion = (revision: number) =>
  api.get("/api/settings/letters/versions/{revision}", { path: { revision } });

/** How a letter looks. What no letter can be made of is refused, and asked no second time. */
export const useLetterPreview = (wanted: LetterTemplate & { ticket: string | null }) =>
  useQuery({
    queryKey: ["letter preview", wanted],
    queryFn: () => api.post("/api/settings/letters/previews", { body: wanted }),
    retry: false,
    staleTime: Infinity,
  });
