import { useTranslation } from "react-i18next";

import { CHANNELS, KINDS, PHASES, PRIORITIES, type Organization, type Team } from "@/api/types";
import { useWords } from "@/lib/words";

import type { Operator } from "./question";

const IS = ["mine", "unassigned", "open", "waiting", "solved", "closed", "breached", "followed"] as const;
const WAITS = ["us", "them", "time"] as const;
const INSTANTS = ["created", "due", "changed", "solved"] as const;
const HAS = ["attachment", "asset", "note"] as const;

interface Known {
  teams: readonly Team[];
  organizations: readonly Organization[];
}

/** What can be asked for beside words, and with what. */
export function useOperators({ teams, organizations }: Known): Operator[] {
  const { t } = useTranslation("agent");
  const words = useWords();
  const named = (things: readonly { id: string; name: string }[]) =>
    things.map(({ id, name }) => ({ value: id, label: name }));
  const said = (values: readonly string[], word: (value: string) => string) =>
    values.map((value) => ({ value, label: word(value) }));
  const free = (name: "from" | "assignee" | "with" | "tag" | "file" | "asset") => ({
    ...{ name, label: t(`search.operator.${name}`), example: t(`search.example.${name}`), values: [] },
  });
  return [
    {
      name: "is",
      label: t("search.operator.is"),
      values: IS.map((value) => ({ value, label: t(`search.is.${value}`) })),
    },
    { name: "state", label: t("search.operator.state"), values: said(PHASES, words.state) },
    {
      name: "team",
      label: t("search.operator.team"),
      values: [{ value: "mine", label: t("search.ownTeam") }, ...named(teams)],
    },
    free("from"),
    { name: "org", label: t("search.operator.org"), values: named(organizations) },
    free("assignee"),
    {
      name: "priority",
      label: t("search.operator.priority"),
      values: said(PRIORITIES, (code) => `${code} ${words.priority(code)}`),
    },
    {
      name: "waits",
      label: t("search.operator.waits"),
      values: WAITS.map((value) => ({ value, label: t(`search.waits.${value}`) })),
    },
    ...INSTANTS.map((name) => ({
      ...{ name, label: t(`search.operator.${name}`), example: t(`search.example.${name}`), values: [] },
    })),
    {
      name: "has",
      label: t("search.operator.has"),
      values: HAS.map((value) => ({ value, label: t(`search.has.${value}`) })),
    },
    free("tag"),
    { name: "kind", label: t("search.operator.kind"), values: said(KINDS, words.kind) },
    { name: "channel", label: t("search.operator.channel"), values: said(CHANNELS, words.channel) },
    free("with"),
    free("file"),
    free("asset"),
  ];
}
