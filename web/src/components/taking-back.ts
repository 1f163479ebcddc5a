import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import type { Ticket } from "@/api/types";
import { changedFields, takeBack, type Changed } from "@/lib/desk/take-back";
import { listed } from "@/lib/isolated";
import { useTicketFields } from "@/lib/ticket-fields";
import { useWords } from "@/lib/words";

import { useComplain, useNotify } from "./notify";

/** Tells of a change to a ticket once it is made, and takes it back where that is wanted. */
export function useTakingBack(): (before: Ticket, after: Ticket) => void {
  const { t } = useTranslation("agent");
  const client = useQueryClient();
  const notify = useNotify();
  const complain = useComplain();
  const words = useWords();
  const { label } = useTicketFields();

  const said = (before: Ticket, after: Ticket, fields: readonly Changed[]): string => {
    const { id, assignee } = after;
    if (before.state !== after.state) return t("undo.state", { id, state: words.state(after.state) });
    if (!fields.includes("assignee"))
      return t("undo.fields", {
        id,
        fields: listed(fields.map((name) => (name === "assignee" ? "" : label(name)))),
      });
    return assignee === null ? t("undo.unassigned", { id }) : t("undo.assigned", { id, name: assignee.name });
  };
  return (before, after) => {
    const fields = changedFields(before, after);
    if (fields.length === 0 && before.state === after.state) return;
    notify(said(before, after, fields), {
      undo: {
        words: t("undo.button"),
        run: () => {
          takeBack(client, before, after).then(
            (done) => {
              const { id } = after;
              if (done) notify(t("undo.done", { id }));
              else notify(t("undo.moved", { id }), { tone: "warn" });
            },
            (error: unknown) => {
              complain(error);
            },
          );
        },
      },
    });
  };
}
