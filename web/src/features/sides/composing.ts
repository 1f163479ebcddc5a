/** What is done while one writes to people outside. */
import type { Action } from "@/lib/actions";

export interface OnSideComposer {
  send: () => void;
  leave: () => void;
}

export const sendBeside: Action<OnSideComposer> = {
  id: "sendBeside",
  keys: ["Ctrl+Enter"],
  words: (t) => t("agent:sides.send"),
  run: ({ send }) => {
    send();
  },
};

const leaveSide: Action<OnSideComposer> = {
  id: "leaveSide",
  keys: ["Escape"],
  words: (t) => t("agent:composer.leave"),
  run: ({ leave }) => {
    leave();
  },
};

export const SIDE_COMPOSING: readonly Action<OnSideComposer>[] = [sendBeside, leaveSide];
