/** Promises and ladders in a sentence each: for which tickets, and what is done. */
import { useTranslation } from "react-i18next";

import type { ActionFile, LadderFile, PolicyFile, StepFile, TargetsFile } from "@/api/settings-types";
import { useConditions } from "@/components/settings/conditions";
import { spanText } from "@/lib/duration";
import { nameIn } from "@/lib/name-of-file";
import { allOf, oneOf } from "@/lib/sentences";
import { useWords } from "@/lib/words";

import { ANY, conditionRows } from "./values";

interface Named {
  id: string;
  name: string;
}

const AGREEMENTS = ["ola", "underpinning"] as const;
const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : address);

export type SlaSentences = ReturnType<typeof useSlaSentences>;

export function useSlaSentences(
  calendars: readonly Named[],
  teams: readonly Named[],
  ladders: readonly Named[],
) {
  const { t, i18n } = useTranslation("settings");
  const { language } = i18n;
  const words = useWords();
  const conditions = useConditions();
  const quoted = (value: string) => t("holds.quoted", { value });

  /** "First response within 15 min to 8 h" */
  const target = (name: string, targets: TargetsFile): string[] => {
    const spans = Object.values(targets).flatMap(({ seconds }) => (seconds === null ? [] : [seconds]));
    if (spans.length === 0) return [];
    const [least, most] = [Math.min(...spans), Math.max(...spans)].map(spanText);
    const said = { clock: name, least, most };
    return [least === most ? t("promises.within", said) : t("promises.between", said)];
  };
  const policy = ({ conditions: asked, targets = {}, calendar }: PolicyFile): string => {
    const { ola, underpinning, ...clocks } = targets;
    const agreed = { ola, underpinning };
    const party = (agreement: (typeof AGREEMENTS)[number], name: string) =>
      name === ANY ? t(`${agreement}.any`) : words.clock(`${agreement}_${name}`);
    const all = [
      ...Object.entries(clocks).flatMap(([clock, each]) => target(words.clock(clock), each)),
      ...AGREEMENTS.flatMap((agreement) =>
        Object.entries(agreed[agreement] ?? {}).flatMap(([name, each]) =>
          target(party(agreement, name), each),
        ),
      ),
    ];
    const promised = all.length === 0 ? t("promises.nothing") : allOf(language, all);
    const by =
      calendar === undefined ? "" : `, ${t("promises.by", { calendar: nameIn(calendars)(calendar) })}`;
    return `${conditions.sentence(conditionRows(asked))} → ${promised}${all.length === 0 ? "" : by}`;
  };

  const begins = ({ clock = ANY, step = "breach", created }: LadderFile["when"]): string => {
    if (created !== undefined) return t("begins.created", { priorities: oneOf(language, created) });
    const which = clock === ANY ? t("begins.any") : quoted(words.clock(clock));
    const [, amount, unit] = /^(\d+)(%|m)$/.exec(step) ?? [];
    if (amount === undefined) return t("begins.missed", { clock: which });
    return t(unit === "%" ? "begins.percent" : "begins.minutes", { clock: which, amount });
  };
  const told = (who: string): string => {
    if (who === "assignee" || who === "on_call") return t(`climbs.tell_${who}`);
    const name = who.startsWith("team:") ? nameIn(teams)(who.slice(5)) : who.replace(/^person:/, "");
    return t("climbs.notify", { who: quoted(name) });
  };
  const done = (action: ActionFile): string[] => {
    const [kind, value] = Object.entries(action)[0] ?? [];
    const text = String(value);
    switch (kind) {
      case "notify":
        return [told(text)];
      case "raise_priority":
        return [t("climbs.raise_priority")];
      case "move_level":
        return [t("climbs.move_level", { level: text === "next" ? t("action.next") : text })];
      case "reassign":
        return [t("climbs.reassign", { team: quoted(nameIn(teams)(text)) })];
      case "webhook":
        return [t("climbs.webhook", { host: hostOf(text) })];
      default:
        return [];
    }
  };
  const doing = (actions: readonly ActionFile[]): string =>
    actions.length === 0 ? t("climbs.nothing") : allOf(language, actions.flatMap(done));
  /** Each so long after the one before it. */
  const step = ({ after_seconds: after, actions }: StepFile, index: number): string => {
    const acts = doing(actions);
    if (!after) return t(index === 0 ? "climbs.atOnce" : "climbs.also", { acts });
    return t(index === 0 ? "climbs.after" : "climbs.later", { span: spanText(after), acts });
  };
  const ladder = ({ when, conditions: asked, steps, repeat, then }: LadderFile): string => {
    const all = [
      ...steps.map(step),
      ...(repeat === true ? [t("climbs.repeat")] : []),
      ...(then === undefined ? [] : [t("climbs.then", { ladder: quoted(nameIn(ladders)(then)) })]),
    ];
    return `${conditions.sentence(conditionRows(asked), begins(when))} → ${all.join("; ")}`;
  };
  return { policy, ladder, begins, doing };
}
