import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";

import type { Visibility } from "@/api/types";
import type { Inserts } from "@/components/rich-text/inserts";

/** By `#`: articles, by what they answer, and tickets by number or words. Only who asks pays for it. */
export function useInserts(mode: Visibility, ticketId: string): Inserts {
  const { t, i18n } = useTranslation("agent");
  const client = useQueryClient();
  return useMemo(
    () => ({
      sign: "#",
      label: t("inserts.label"),
      find: async (text) => {
        const { foundInserts } = await import("./found-inserts");
        return foundInserts({ client, language: i18n.language, mode, ticketId }, text);
      },
    }),
    [client, t, i18n.language, mode, ticketId],
  );
}
