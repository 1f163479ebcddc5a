/** What agents can do, each thing once: buttons, menus, tooltips, keys and their help are drawn from the same entry. */
import type { TFunction } from "i18next";
import { useLayoutEffect, useRef, type ComponentType } from "react";
import { useTranslation } from "react-i18next";

import { announce } from "./announcer";
import { usePressed } from "./shortcuts";

export type AgentTexts = TFunction<["agent", "common"]>;

export interface Action<On> {
  id: string;
  words: (t: AgentTexts) => string;
  /** As `keyOf` names them, a space between those that follow one another. All do the same; the first is told. */
  keys?: readonly string[];
  Icon?: ComponentType<{ size: number }>;
  /** Why it does not apply now, in words; null when it does. */
  refusal?: (on: On, t: AgentTexts) => string | null;
  run: (on: On) => void;
}

export const refusalOf = <On>(action: Action<On>, on: On, t: AgentTexts): string | null =>
  action.refusal?.(on, t) ?? null;

/** Does it, or says why it does not apply. */
export function act<On>(action: Action<On>, on: On, t: AgentTexts): void {
  const reason = refusalOf(action, on, t);
  if (reason === null) action.run(on);
  else
    announce(
      t("agent:refused.say", { action: action.words(t), reason, interpolation: { escapeValue: false } }),
    );
}

/** An action of what is on the page now, ready to be done. */
export interface Offer extends Pick<Action<never>, "id" | "keys"> {
  words: string;
  refusal: string | null;
  run: () => void;
}

const places: { current: () => Offer[] }[] = [];

/** What can be done here, with what cannot and why: first what was opened last. */
export const offersHere = (): readonly Offer[] => places.toReversed().flatMap(({ current }) => current());

/** These actions act by their keys, and are offered, while this is on the page. */
export function useActions<On>(actions: readonly Action<On>[], on: On): void {
  const { t } = useTranslation(["agent", "common"]);
  const offers = () =>
    actions.map((action) => ({
      ...{ id: action.id, words: action.words(t), refusal: refusalOf(action, on, t) },
      ...(action.keys === undefined ? {} : { keys: action.keys }),
      run: () => {
        act(action, on, t);
      },
    }));
  const place = useRef(offers);
  useLayoutEffect(() => {
    place.current = offers;
  });
  useLayoutEffect(() => {
    places.push(place);
    return () => {
      places.splice(places.indexOf(place), 1);
    };
  }, []);
  usePressed((pressed) => {
    const action = actions.find(({ keys = [] }) => keys.includes(pressed));
    if (action !== undefined) {
      act(action, on, t);
      return "done";
    }
    const goesOn = actions.some(({ keys = [] }) => keys.some((key) => key.startsWith(`${pressed} `)));
    return goesOn ? "more" : null;
  });
}

/** For `aria-keyshortcuts`, which knows no keys that follow one another. */
export const ariaKeys = ({ keys = [] }: Pick<Action<never>, "keys">): string | undefined =>
  keys.filter((key) => !key.includes(" ")).join(" ") || undefined;
