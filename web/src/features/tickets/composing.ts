/** What is done while one writes: by key, and by the menu of the button that sends. */
import type { Action } from "@/lib/actions";

export interface OnComposer {
  /** Into this state with it, or as it is. */
  send: (state: string | null) => void;
  /** Whether it can go there from here, with what is written. */
  offers: (state: string) => boolean;
  leave: () => void;
}

const into = (state: string): Pick<Action<OnComposer>, "refusal" | "run"> => ({
  refusal: ({ offers }, t) => (offers(state) ? null : t("agent:refused.notThere")),
  run: ({ send }) => {
    send(state);
  },
});

export const send: Action<OnComposer> = {
  id: "send",
  keys: ["Ctrl+Enter"],
  words: (t) => t("agent:composer.send"),
  run: (on) => {
    on.send(null);
  },
};

/** Beside sending it as it is. */
export const SENDING: readonly Action<OnComposer>[] = [
  { id: "sendPending", words: (t) => t("agent:composer.sendPending"), ...into("pending") },
  {
    ...{ id: "sendSolved", keys: ["Ctrl+Shift+Enter"], words: (t) => t("agent:composer.sendSolved") },
    ...into("solved"),
  },
  { id: "sendOnHold", words: (t) => t("agent:composer.sendOnHold"), ...into("on_hold") },
];

const leave: Action<OnComposer> = {
  id: "leave",
  keys: ["Escape"],
  words: (t) => t("agent:composer.leave"),
  run: (on) => {
    on.leave();
  },
};

export const COMPOSING: readonly Action<OnComposer>[] = [send, ...SENDING, leave];
