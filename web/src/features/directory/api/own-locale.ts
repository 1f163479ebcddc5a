import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";

import type { LocaleWish, Me } from "@/api/types";
import { api } from "@/lib/api-client";
import { meQuery } from "@/lib/desk/get-me";
import { useSave } from "@/lib/save";

/** Nobody else saves it, so it has but one revision. */
const ONLY = { revision: 0 };

const put = async (body: LocaleWish) => ({ ...(await api.put("/api/me/locale", { body })), ...ONLY });

export const ownLocaleQuery = () =>
  queryOptions({
    queryKey: ["me", "locale"],
    queryFn: async () => ({ ...(await api.get("/api/me/locale")), ...ONLY }),
  });

export const useOwnLocale = () => useQuery(ownLocaleQuery());

export const useSaveOwnLocale = () => useSave(ownLocaleQuery().queryKey, put);

/** At somebody's first sign-in, the browser says in which language and zone they are written to. */
export function useSupposedLocale(me: Me | undefined) {
  const client = useQueryClient();
  const language = useTranslation().i18n.language;
  const unknown = me?.settled === false;
  useEffect(() => {
    if (!unknown) return;
    const timezone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    put({ language, timezone, supposed: true })
      .then(({ language, timezone }) => {
        client.setQueryData(
          meQuery().queryKey,
          (held) => held && { ...held, language, timezone, settled: true },
        );
      })
      // Without it mails come as before, and the next start tries again.
      .catch(() => undefined);
  }, [unknown, language, client]);
}
