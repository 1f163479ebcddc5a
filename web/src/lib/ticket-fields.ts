/** The fields of a ticket: how each is called, which values it has, and how one is said. */
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";

import { CATEGORIES, KINDS, LEVELS, PRIORITIES, SCALE, type Team } from "@/api/types";

import { useWords, type Words } from "./words";

const VALUES = {
  kind: KINDS,
  category: CATEGORIES,
  impact: SCALE,
  urgency: SCALE,
  priority: PRIORITIES,
  level: LEVELS,
} as const;

/** Those that have one of some values. */
export type ChosenField = keyof typeof VALUES;

type Named = ChosenField | "team" | "organization" | "subject" | "assets";

export type TicketFields = ReturnType<typeof ticketFields>;

export interface Option {
  value: string;
  label: string;
}

function ticketFields(t: TFunction<"agent">, words: Words) {
  /** Where the value is a code by itself, the word only explains it. */
  const explained: Record<ChosenField, ((value: string) => string) | null> = {
    ...{ kind: null, category: null, impact: null, urgency: null },
    ...{ priority: words.priority, level: words.level },
  };
  const word: Record<ChosenField, (value: string) => string> = {
    ...{ kind: words.kind, category: words.category, impact: words.scale, urgency: words.scale },
    ...{ priority: (code) => code, level: (code) => code },
  };
  return {
    label: (field: Named): string => (field === "priority" ? t("priority.label") : t(`ticket.${field}`)),
    say: (field: ChosenField, value: string): string => word[field](value),
    /** What it can be; `held` are values that it has though nobody could choose them now. */
    options: (field: ChosenField, held: readonly (string | null)[] = []): Option[] => {
      const known: readonly (string | null)[] = VALUES[field];
      return [...new Set([...known, ...held])].flatMap((value) => {
        if (value === null) return [];
        const explain = explained[field];
        return [{ value, label: explain === null ? word[field](value) : `${value} ${explain(value)}` }];
      });
    },
  };
}

export function useTicketFields(): TicketFields {
  const { t } = useTranslation("agent");
  return ticketFields(t, useWords());
}

/** A team as it is chosen from others. */
export const teamOption = ({ id, name, level }: Team): Option => ({ value: id, label: `${level} · ${name}` });
