import { queryOptions, useQuery } from "@tanstack/react-query";

import type { LocaleWish, OwnSettings, SettingsPlan } from "@/api/types";
import { api } from "@/lib/api-client";
import { ownSettingsQuery } from "@/lib/desk/own-settings";
import { useSave } from "@/lib/save";

/** How somebody is written to, and of what. Language and zone have no revision: nobody else saves them. */
export interface Own {
  locale: Pick<LocaleWish, "language" | "timezone">;
  settings: OwnSettings;
  revision: number;
}

export type OwnPlan = Pick<Own, "locale"> & { settings: SettingsPlan };

const own = (locale: Own["locale"], settings: OwnSettings): Own => ({
  ...{ locale, settings, revision: settings.revision },
});

export const ownQuery = () =>
  queryOptions({
    queryKey: ["me", "own"],
    queryFn: async () =>
      own(...(await Promise.all([api.get("/api/me/locale"), api.get("/api/me/settings")]))),
  });

export const useOwn = () => useQuery(ownQuery());

// What has no revision goes first: when it is refused, nothing is saved.
const put = async ({ locale, settings }: OwnPlan, ifMatch: number): Promise<Own> => {
  const saved = await api.put("/api/me/locale", { body: locale });
  return own(saved, await api.put("/api/me/settings", { body: settings, ifMatch }));
};

export const useSaveOwn = () => useSave(ownQuery().queryKey, put, [ownSettingsQuery.queryKey]);
