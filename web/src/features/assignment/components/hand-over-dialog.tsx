import { Select, Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { Member, Team, Ticket } from "@/api/types";
import { TicketDialog, useTicketForm } from "@/components/ticket-dialog";
import { WhenField } from "@/components/when/when-field";
import { choosable } from "@/lib/desk/list-teams";
import { refusedAt } from "@/lib/field-errors";
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
  const empty = { to: "", summary: "", nextStep: "", deadline: "" };
  const form = useTicketForm({ name: `handOver.${ticket.id}`, empty, sending, onClose });
  const summary = form.texts.summary.trim();
  const next_step = form.texts.nextStep.trim();
  const { deadline } = form.texts;
  const { refusals } = form;

  const people = members.filter(({ id }) => id !== ticket.assignee?.id);
  const offices = choosable(teams).filter(({ id, level }) => level === ticket.level && id !== ticket.team);
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

  // Who was chosen before may have left meanwhile.
  const offered = groups.flatMap(({ items }) => items.map(({ value }) => value));
  const to = offered.find((value) => value === form.texts.to) ?? null;

  const act = (to: string) => ({
    summary,
    ...(next_step === "" ? {} : { next_step }),
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
        form.submit(to !== null && summary !== "" ? act(to) : null, t("agent:handOver.done"));
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
        onChange={(chosen) => {
          form.change({ to: chosen ?? "" });
        }}
      />
      <Textarea label={t("agent:handOver.summary")} autosize minRows={2} {...form.needed("summary")} />
      <Textarea
        label={t("agent:handOver.nextStep")}
        description={t("common:optional")}
        autosize
        minRows={2}
        {...form.text("nextStep", "next_step")}
      />
      <WhenField
        kind="instant"
        label={t("agent:handOver.deadline")}
        description={t("common:optional")}
        min={localInput(new Date(productNow()))}
        {...form.when("deadline")}
      />
    </TicketDialog>
  );
}
