import { Select, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { Team, Ticket } from "@/api/types";
import { TicketDialog, useTicketForm } from "@/components/ticket-dialog";
import { teamOption } from "@/lib/ticket-fields";

import { useCorrectRouting } from "../api/correct-routing";

interface Props {
  ticket: Ticket;
  teams: readonly Team[];
  onClose: () => void;
}

/** A lead says where a ticket should have been routed to; this is no escalation. */
export function CorrectDialog({ ticket, teams, onClose }: Props) {
  const { t } = useTranslation("agent");
  const sending = useCorrectRouting(ticket);
  const [team, setTeam] = useState<string | null>(null);
  const form = useTicketForm({ name: `correct.${ticket.id}`, empty: { reason: "" }, sending, onClose });
  const reason = form.texts.reason.trim();
  return (
    <TicketDialog
      {...form.dialog}
      title={t("correct.title", { id: ticket.id })}
      text={t("correct.text")}
      submit={t("correct.submit")}
      onSubmit={() => {
        form.submit(team !== null && reason !== "" ? { team, reason } : null, t("correct.done"));
      }}
    >
      <Select
        data-autofocus
        label={t("correct.team")}
        required
        searchable
        // Focus comes with the dialog: an open list would take the Escape that closes it.
        openOnFocus={false}
        data={teams.filter(({ id }) => id !== ticket.team).map(teamOption)}
        value={team}
        error={form.missing(team)}
        onChange={setTeam}
      />
      <Textarea label={t("correct.reason")} autosize minRows={2} {...form.needed("reason")} />
    </TicketDialog>
  );
}
