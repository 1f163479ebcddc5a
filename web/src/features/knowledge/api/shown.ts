/** Articles as they are read. Who is signed in may read more than what is public. */
import { useMutation, useQuery } from "@tanstack/react-query";

import type { ArticleHelp } from "@/api/types";
import { api } from "@/lib/api-client";

export const useShownArticle = (id: string, language: string, signedIn: boolean) =>
  useQuery({
    queryKey: ["knowledge", "shown", id, language, signedIn],
    queryFn: () => {
      const asked = { path: { article_id: id }, query: { language } };
      return signedIn
        ? api.get("/api/articles/{article_id}", asked)
        : api.get("/api/portal/articles/{article_id}", asked);
    },
  });

export const useShownArticles = (category: string, language: string, signedIn: boolean) =>
  useQuery({
    queryKey: ["knowledge", "category", category, language, signedIn],
    queryFn: async () => {
      const query = { category, language };
      const found = signedIn
        ? await api.get("/api/shown-articles", { query })
        : await api.get("/api/portal/articles", { query });
      return found.items;
    },
  });

export const useTellOfArticle = (id: string, language: string, signedIn: boolean) =>
  useMutation({
    mutationFn: (body: ArticleHelp) => {
      const said = { path: { article_id: id, language }, body };
      return signedIn
        ? api.post("/api/articles/{article_id}/{language}/feedback", said)
        : api.post("/api/portal/articles/{article_id}/{language}/feedback", said);
    },
  });
