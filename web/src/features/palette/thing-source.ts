import type { ComponentType } from "react";

import type { AgentTexts } from "@/lib/actions";

import type { Hit, Source } from "./sources";

interface Things {
  id: string;
  words: (t: AgentTexts) => string;
  Icon: ComponentType<{ size: number }>;
  find: (text: string) => Promise<readonly Hit[]>;
}

/** One letter says of nothing what is meant. */
const FEWEST = 2;

/** What the service finds by beginnings of its words. */
export const thingSource = ({ find, ...source }: Things): Source => ({
  ...source,
  ask: (text) => (text.length < FEWEST ? null : find(text)),
});
