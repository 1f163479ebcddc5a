import { IconSearch } from "@tabler/icons-react";

import type { AgentTexts } from "@/lib/actions";

import type { Source } from "./sources";

/** The way from a few hits to all there are. */
export const searchSource = (t: AgentTexts): Source => ({
  id: "search",
  words: (texts) => texts("agent:search.title"),
  Icon: IconSearch,
  known: (text) =>
    text === ""
      ? []
      : [
          {
            id: "all",
            words: t("agent:search.allFor", { text, interpolation: { escapeValue: false } }),
            to: `/search?${new URLSearchParams({ q: text }).toString()}`,
          },
        ],
});
