import { Chip, Group, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { Ticket } from "@/api/types";
import { TicketDialog, useTicketForm } from "@/components/ticket-dialog";
import { refused } from "@/lib/field-errors";
import { inDays, instantOf, localInput } from "@/lib/local-input";
import { productNow } from "@/lib/product-clock";
import { timeAt } from "@/lib/time-format";
import { useWords } from "@/lib/words";

import { useMoveTicket } from "../api/move-ticket";
import { waitOffers, waitZone } from "../wait-offers";
import { waitingStates } from "../waiting";

const MORNING = 9;
/** As the SLA settings name a vendor. */
const VENDOR = /^[\w.:@-]{1,128}$/;

const usual = ({ mornings }: Ticket): Date => {
  const now = productNow();
  const next = waitOffers({ mornings }, now).find(({ name }) => name === "morning");
  return next === undefined ? inDays(now, 1, MORNING) : new Date(next.at);
};

/** A waiting state with the day on which the ticket comes back by itself. */
export function WaitDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { t, i18n } = useTranslation(["agent", "common"]);
  const [offers] = useState(() => waitOffers(ticket, productNow()));
  const words = useWords();
  const sending = useMoveTicket(ticket);
  const states = waitingStates(ticket);
  const [state, setState] = useState(states.find((one) => one === ticket.state) ?? states[0] ?? "pending");
  const [until, setUntil] = useState(() =>
    localInput(ticket.until === null ? usual(ticket) : new Date(ticket.until)),
  );
  const form = useTicketForm({ name: `wait.${ticket.id}`, empty: { reason: "" }, sending, onClose });
  const [vendor, setVendor] = useState(ticket.vendor ?? "");
  const instant = instantOf(until);
  const onHold = state === "on_hold";
  const misnamed = onHold && vendor !== "" && !VENDOR.test(vendor);
  const named = onHold && vendor !== (ticket.vendor ?? "") ? { vendor } : {};
  const passed = instant === null || Date.parse(instant) <= productNow();

  return (
    <TicketDialog
      title={t("agent:wait.title")}
      submit={t("agent:wait.submit")}
      {...form.dialog}
      onSubmit={() => {
        const reason = form.texts.reason.trim();
        form.submit(
          passed || misnamed ? null : { state, reason, until: instant, ...named },
          t("agent:saved"),
        );
      }}
    >
      <Select
        {...refused(form.refusals, "state")}
        label={t("agent:wait.state")}
        allowDeselect={false}
        data={states.map((value) => ({ value, label: words.state(value) }))}
        value={state}
        onChange={(value) => {
          if (value !== null) setState(value);
        }}
      />
      <TextInput
        data-autofocus
        type="datetime-local"
        label={t("agent:wait.until")}
        description={t("agent:wait.zone", {
          zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        })}
        min={localInput(new Date(productNow()))}
        required
        value={until}
        error={form.asked && passed ? t("agent:wait.past") : undefined}
        onChange={(event) => {
          setUntil(event.currentTarget.value);
        }}
      />
      <Group gap="xs">
        {offers.map(({ name, at }) => {
          const value = localInput(new Date(at));
          return (
            <Chip
              key={name}
              size="xs"
              checked={until === value}
              onChange={() => {
                setUntil(value);
              }}
            >
              {t(`agent:wait.${name}`)}: {timeAt(at, waitZone(ticket), i18n.language)}
            </Chip>
          );
        })}
      </Group>
      {onHold && (
        <TextInput
          label={t("agent:wait.vendor")}
          description={t("agent:wait.vendorHint")}
          placeholder="acme"
          autoComplete="off"
          value={vendor}
          error={form.asked && misnamed ? t("agent:wait.vendorShape") : undefined}
          onChange={(event) => {
            setVendor(event.currentTarget.value.trim());
          }}
        />
      )}
      <TextInput
        label={t("agent:wait.reason")}
        description={t("common:optional")}
        maxLength={250}
        {...form.text("reason")}
      />
    </TicketDialog>
  );
}
