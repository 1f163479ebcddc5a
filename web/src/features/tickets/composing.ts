/** What is done by key while one writes. */
import type { Action } from "@/lib/actions";

export interface OnComposer {
  /** Into this state with it, or as it is. */
  send: (state: string | null) => void;
  /** Whether it can go there from here, with what is written. */
  offers: (state: string) => boolean;
  leave: () => void;
}

export const COMPOSING: readonly Action<OnComposer>[] = [
  {
    id: "send",
    keys: ["Ctrl+Enter"],
    words: (t) => t("agent:composer.send"),
    run: ({ send }) => {
      send(null);
    },
  },
  {
    id: "sendSolved",
    keys: ["Ctrl+Shift+Enter"],
    words: (t) => t("agent:composer.sendSolved"),
    refusal: ({ offers }, t) => (offers("solved") ? null : t("agent:refused.notSolved")),
    run: ({ send }) => {
      send("solved");
    },
  },
  {
    id: "leave",
    keys: ["Escape"],
    words: (t) => t("agent:composer.leave"),
    run: ({ leave }) => {
      leave();
    },
  },
];
