import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";

import type { Me } from "@/api/types";
import { api } from "@/lib/api-client";
import { meQuery } from "@/lib/desk/get-me";

/** At somebody's first sign-in, the browser says in which language and zone they are written to. */
export function useSupposedLocale(me: Me | undefined) {
  const client = useQueryClient();
  const language = useTranslation().i18n.language;
  const unknown = me?.settled === false;
  useEffect(() => {
    if (!unknown) return;
    const timezone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    api
      .put("/api/me/locale", { body: { language, timezone, supposed: true } })
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
