import { Button, Select, TextInput } from "@mantine/core";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import type { Ticket } from "@/api/types";
import { Keys } from "@/components/key-tip";
import { TicketDialog, useTicketForm } from "@/components/ticket-dialog";
import { WhenField } from "@/components/when/when-field";
import { useDigits } from "@/lib/digits";
import { refused } from "@/lib/field-errors";
import { inDays, instantOf, localInput, ownZone } from "@/lib/local-input";
import { productNow } from "@/lib/product-clock";
import { timeAt } from "@/lib/time-format";
import { useWords } from "@/lib/words";

import { useMoveTicket } from "../api/move-ticket";
import { OWN_DATE, waitOffers, waitZone } from "../wait-offers";
import { waitingStates } from "../waiting";
import styles from "./wait-dialog.module.css";

const MORNING = 9;
/** As the SLA settings name a vendor. */
const VENDOR = /^[\w.:@-]{1,128}$/;

const usual = ({ mornings }: Ticket): Date => {
  const now = productNow();
  const next = waitOffers({ mornings }, now).find(({ name }) => name === "morning");
  return next === undefined ? inDays(now, 1, MORNING) : new Date(next.at);
};

/** A waiting state with the day on which the ticket comes back by itself: one of some, by its digit, or any. */
export function WaitDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { t, i18n } = useTranslation(["agent", "common"]);
  const [offers] = useState(() => waitOffers(ticket, productNow()));
  const words = useWords();
  const sending = useMoveTicket(ticket);
  const date = useRef<HTMLInputElement>(null);
  const states = waitingStates(ticket);
  const first = states.find((one) => one === ticket.state) ?? states[0] ?? "pending";
  const begin = localInput(ticket.until === null ? usual(ticket) : new Date(ticket.until));
  const empty = { reason: "", state: first, until: begin, vendor: ticket.vendor ?? "" };
  const form = useTicketForm({ name: `wait.${ticket.id}`, empty, sending, onClose });
  const { until, vendor } = form.texts;
  // What was chosen before may not be possible any more.
  const state = states.find((one) => one === form.texts.state) ?? first;
  const onHold = state === "on_hold";
  const misnamed = onHold && vendor !== "" && !VENDOR.test(vendor);
  const named = onHold && vendor !== (ticket.vendor ?? "") ? { vendor } : {};
  const passed = (instant: string | null) => instant === null || Date.parse(instant) <= productNow();

  const set = (instant: string | null) => {
    const reason = form.texts.reason.trim();
    form.submit(
      passed(instant) || misnamed ? null : { state, reason, until: instant, ...named },
      t("agent:saved"),
    );
  };
  useDigits((digit) => {
    const offer = offers.find((one) => one.digit === digit);
    if (offer !== undefined && !sending.isPending) set(offer.at);
    if (digit === OWN_DATE) date.current?.focus();
  });

  return (
    <TicketDialog
      title={t("agent:wait.title")}
      submit={t("agent:wait.submit")}
      {...form.dialog}
      onSubmit={() => {
        set(instantOf(until));
      }}
    >
      <div className={styles.offers}>
        {offers.map(({ name, at, digit }, index) => (
          <Button
            key={name}
            variant="default"
            className={styles.offer}
            justify="space-between"
            data-autofocus={index === 0 || undefined}
            aria-keyshortcuts={String(digit)}
            disabled={sending.isPending}
            rightSection={<Keys keys={String(digit)} />}
            onClick={() => {
              set(at);
            }}
          >
            <span>{t(`agent:wait.${name}`)}</span>
            <span className={styles.instant}>{timeAt(at, waitZone(ticket), i18n.language)}</span>
          </Button>
        ))}
      </div>
      <WhenField
        ref={date}
        kind="instant"
        data-autofocus={offers.length === 0 || undefined}
        label={t("agent:wait.until")}
        description={t("agent:wait.zone", { zone: ownZone() })}
        aria-keyshortcuts={String(OWN_DATE)}
        rightSection={<Keys keys={String(OWN_DATE)} />}
        min={localInput(new Date(productNow()))}
        required
        {...form.when("until")}
        error={form.asked && passed(instantOf(until)) ? t("agent:wait.past") : undefined}
      />
      <Select
        {...refused(form.refusals, "state")}
        label={t("agent:wait.state")}
        allowDeselect={false}
        data={states.map((value) => ({ value, label: words.state(value) }))}
        value={state}
        onChange={(chosen) => {
          if (chosen !== null) form.change({ state: chosen });
        }}
      />
      {onHold && (
        <TextInput
          label={t("agent:wait.vendor")}
          description={t("agent:wait.vendorHint")}
          placeholder="acme"
          autoComplete="off"
          value={vendor}
          error={form.asked && misnamed ? t("agent:wait.vendorShape") : undefined}
          onChange={(event) => {
            form.change({ vendor: event.currentTarget.value.trim() });
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
