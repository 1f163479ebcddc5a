import { useCallback } from "react";
import { useTranslation } from "react-i18next";

import type { View } from "@/api/types";

const USUAL = {
  mine: "nav.mine",
  team: "views.usual.team",
  unassigned: "nav.unassigned",
  "due-today": "views.usual.due-today",
  breached: "views.usual.breached",
  "waiting-for-us": "views.usual.waiting-for-us",
  "waiting-for-them": "views.usual.waiting-for-them",
  "recently-solved": "views.usual.recently-solved",
  followed: "views.usual.followed",
} as const;

const isUsual = (id: string): id is keyof typeof USUAL => Object.hasOwn(USUAL, id);

/** Those that everybody has are called in the reader's language, all others as who made them called them. */
export function useViewName(): (view: Pick<View, "id" | "name">) => string {
  const { t } = useTranslation("agent");
  return useCallback(({ id, name }) => (isUsual(id) ? t(USUAL[id]) : name), [t]);
}
