import { Select, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { Member, Team, Ticket } from "@/api/types";
import { useNotify } from "@/components/notify";
import { TicketDialog } from "@/components/ticket-dialog";
import { useDraft } from "@/lib/draft";
import { refusalsOf, refusedAt } from "@/lib/field-errors";
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
  const notify = useNotify();
  const handOver = useHandOverTicket(ticket);
  const [to, setTo] = useState<string | null>(null);
  const draft = useDraft(`handOver.${ticket.id}`, { summary: "", nextStep: "" });
  const { summary, nextStep } = draft.value;
  const [deadline, setDeadline] = useState("");
  const [asked, setAsked] = useState(false);
  const refusals = refusalsOf(handOver.error);
  const needed = (text: string | null, field: string) =>
    (asked && (text ?? "").trim() === "" ? t("agent:escalate.required") : undefined) ??
    refusedAt(refusals, field);

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

  const submit = () => {
    setAsked(true);
    if (to === null || summary.trim() === "" || nextStep.trim() === "") return;
    const id = to.slice(to.indexOf(":") + 1);
    handOver.mutate(
      {
        summary: summary.trim(),
        next_step: nextStep.trim(),
        ...(to.startsWith("team:") ? { team: id } : { person: id }),
        ...(deadline === "" ? {} : { deadline: instantOf(deadline) }),
      },
      {
        onSuccess: () => {
          notify(t("agent:handOver.done"));
          draft.clear();
          onClose();
        },
      },
    );
  };

  return (
    <TicketDialog
      title={t("agent:handOver.title", { id: ticket.id })}
      text={t("agent:handOver.text")}
      submit={t("agent:handOver.submit")}
      pending={handOver.isPending}
      error={refusals.length === 0 ? handOver.error : null}
      onSubmit={submit}
      onClose={onClose}
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
        error={needed(to, "person") ?? refusedAt(refusals, "team")}
        onChange={setTo}
      />
      <Textarea
        label={t("agent:handOver.summary")}
        required
        autosize
        minRows={2}
        value={summary}
        error={needed(summary, "summary")}
        onChange={(event) => {
          draft.change({ summary: event.currentTarget.value });
        }}
      />
      <Textarea
        label={t("agent:handOver.nextStep")}
        required
        autosize
        minRows={2}
        value={nextStep}
        error={needed(nextStep, "next_step")}
        onChange={(event) => {
          draft.change({ nextStep: event.currentTarget.value });
        }}
      />
      <TextInput
        type="datetime-local"
        label={t("agent:handOver.deadline")}
        description={t("common:optional")}
        min={localInput(new Date(productNow()))}
        value={deadline}
        error={refusedAt(refusals, "deadline")}
        onChange={(event) => {
          setDeadline(event.currentTarget.value);
        }}
      />
    </TicketDialog>
  );
}
