/** Where the palette finds what it shows. Whatever can be found brings a source; `agent/palette-sources` lists them. */
import type { ComponentType } from "react";

import type { AgentTexts } from "@/lib/actions";

/** One thing that is found: it leads somewhere, or does something. */
export interface Hit {
  /** Among all that its source finds. */
  id: string;
  words: string;
  /** Beside its words: a number, a level, whose it is. */
  detail?: string;
  keys?: readonly string[];
  /** Why it cannot be chosen now. */
  refusal?: string | null;
  /** What was typed names this one thing: it comes before everything else. */
  exact?: boolean;
  /** An address in the agents' app, which a new tab can show as well. */
  to?: string;
  run?: () => void;
}

export interface Source {
  id: string;
  words: (t: AgentTexts) => string;
  Icon: ComponentType<{ size: number }>;
  /** Typed before everything else, it asks this source alone. */
  sign?: ">" | "#" | "@";
  /** What it shows before anything is typed. */
  first?: () => readonly Hit[];
  /** What is known here already: it is shown at once. */
  known?: (text: string) => readonly Hit[];
  /** What the service is asked for; null where these words are not worth a request. */
  ask?: (text: string) => Promise<readonly Hit[]> | null;
}
