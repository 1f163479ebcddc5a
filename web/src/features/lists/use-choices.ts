import { useTranslation } from "react-i18next";

import type { Member, Organization, Phase, Team } from "@/api/types";
import { teamOption, useTicketFields } from "@/lib/ticket-fields";

import { DUE, FILTERS, TURNS, type Choice, type FilterName, type QueueFilter } from "./filter";

const LISTED_PHASES = ["new", "open", "pending", "on_hold", "solved"] as const satisfies readonly Phase[];

export interface Known {
  teams: readonly Team[];
  members: readonly Member[];
  organizations: readonly Organization[];
}

/** By what a queue can be filtered, in words. What is said by the queue itself is left out. */
export function useChoices(known: Known, said: readonly FilterName[]): Choice[] {
  const { t } = useTranslation("agent");
  const { label, options } = useTicketFields();
  const people = known.members.map(({ id, name }) => ({ value: id, label: name }));
  const values: Record<FilterName, Choice["values"]> = {
    phase: LISTED_PHASES.map((value) => ({ value, label: t(`phase.${value}`) })),
    priority: options("priority"),
    waits_for: TURNS.map((value) => ({ value, label: t(`turn.short.${value}`) })),
    due: DUE.map((value) => ({ value, label: t(`queue.dueBy.${value}`) })),
    team: known.teams.map(teamOption),
    assignee: [{ value: "me", label: t("queue.me") }, { value: "none", label: t("queue.nobody") }, ...people],
    organization: known.organizations.map(({ id, name }) => ({ value: id, label: name })),
    tag: null,
    words: null,
  };
  const labels: Record<FilterName, string> = {
    phase: t("phase.label"),
    priority: label("priority"),
    waits_for: t("turn.label"),
    due: t("queue.due"),
    team: t("queue.team"),
    assignee: t("queue.assignee"),
    organization: t("queue.organization"),
    tag: t("queue.tag"),
    words: t("queue.words"),
  };
  return FILTERS.filter((name) => !said.includes(name) && values[name]?.length !== 0).map((name) => ({
    ...{ name, label: labels[name], values: values[name] },
  }));
}

export interface Token {
  name: FilterName;
  label: string;
}

/** What a queue is filtered by, as it is said: `State: New`. */
export const tokensOf = (filter: QueueFilter, choices: readonly Choice[]): Token[] =>
  choices.flatMap(({ name, label, values }) => {
    const value = filter[name];
    if (value === undefined) return [];
    const word = values?.find((one) => one.value === value)?.label ?? value;
    return [{ name, label: `${label}: ${word}` }];
  });
