/** What a text can become, and by whom. The service decides; here only what it would refuse is left out. */
import type { ArticleState } from "@/api/types";

const AFTER: Record<ArticleState, readonly ArticleState[]> = {
  draft: ["published", "in_review", "archived"],
  in_review: ["published", "draft", "archived"],
  published: ["archived"],
  archived: ["published", "draft"],
};

/** What readers see is moved by leads. */
const OF_LEADS: ReadonlySet<ArticleState> = new Set(["published", "archived"]);

export const actsOn = (state: ArticleState, leads: boolean): readonly ArticleState[] =>
  AFTER[state].filter((each) => leads || !OF_LEADS.has(each));
