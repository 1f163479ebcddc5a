import { Select, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { Member, Team, Ticket } from "@/api/types";
import { TicketDialog, useTicketForm } from "@/components/ticket-dialog";
import { refused, refusedAt } from "@/lib/field-errors";
import { instantOf, localInput } from "@/lib/local-input";
import { productNow } from "@/lib/product-clock";

import { useHandOverTicket } from "../api/hand-over-ticket";

interface Props {
  ticket: Ticket;
  teams: readonly Team[];
  /** Of the ticket's team. */
  members: readonly Member[];
  onClose: () => void;
}

/** Whoever goes on gets what they need for it: where it stands, what comes next, until when. */
export function HandOverDialog({ ticket, teams, members, onClose }: Props) {
  const { t } = useTranslation(["agent", "common"]);
  const sending = useHandOverTicket(ticket);
  const [to, setTo] = useState<string | null>(null);
  const empty = { summary: "", nextStep: "" };
  const form = useTicketForm({ name: `handOver.${ticket.id}`, empty, sending, onClose });
  const summary = form.texts.summary.trim();
  const next_step = form.texts.nextStep.trim();
  const [deadline, setDeadline] = useState("");
  const { refusals } = form;

  const people = members.filter(({ id }) => id !== ticket.assignee?.id);
  const offices = teams.filter(({ id, level }) => level === ticket.level && id !== ticket.team);
  const groups = [
    {
      group: t("agent:handOver.people"),
      items: people.map(({ id, name }) => ({ value: `person:${id}`, label: name })),
    },
    {
      group: t("agent:handOver.teams"),
      items: offices.map(({ id, name }) => ({ value: `team:${id}`, label: name })),
    },
  ].filter(({ items }) => items.length > 0);

  const act = (to: string) => ({
    summary,
    next_step,
    [to.startsWith("team:") ? "team" : "person"]: to.slice(to.indexOf(":") + 1),
    ...(deadline === "" ? {} : { deadline: instantOf(deadline) }),
  });

  return (
    <TicketDialog
      title={t("agent:handOver.title", { id: ticket.id })}
      text={t("agent:handOver.text")}
      submit={t("agent:handOver.submit")}
      {...form.dialog}
      onSubmit={() => {
        const whole = to !== null && summary !== "" && next_step !== "";
        form.submit(whole ? act(to) : null, t("agent:handOver.done"));
      }}
    >
      <Select
        data-autofocus
        label={t("agent:handOver.to")}
        placeholder={t("agent:handOver.choose")}
        required
        searchable
        // Focus comes with the dialog: an open list would take the Escape that closes it.
        openOnFocus={false}
        data={groups}
        value={to}
        data-place={to?.startsWith("team:") === true ? "team" : "person"}
        error={form.missing(to) ?? refusedAt(refusals, "person") ?? refusedAt(refusals, "team")}
        onChange={setTo}
      />
      <Textarea label={t("agent:handOver.summary")} autosize minRows={2} {...form.needed("summary")} />
      <Textarea
        label={t("agent:handOver.nextStep")}
        autosize
        minRows={2}
        {...form.needed("nextStep", "next_step")}
      />
      <TextInput
        type="datetime-local"
        label={t("agent:handOver.deadline")}
        description={t("common:optional")}
        min={localInput(new Date(productNow()))}
        value={deadline}
        {...refused(refusals, "deadline")}
        onChange={(event) => {
          setDeadline(event.currentTarget.value);
        }}
      />
    </TicketDialog>
  );
}
