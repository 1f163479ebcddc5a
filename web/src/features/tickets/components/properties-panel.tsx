import { Select, type SelectProps } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { CATEGORIES, KINDS, LEVELS, PRIORITIES, SCALE, type Ticket, type TicketChange } from "@/api/types";
import { SideCard } from "@/components/side-card";
import type { OnTicket } from "@/lib/ticket-parts";
import { useWords } from "@/lib/words";

import styles from "./properties-panel.module.css";

type Props = OnTicket & {
  /** What there is to say about the assignee. */
  children?: ReactNode;
};

const NOBODY = "";

export function PropertiesPanel({ ticket, teams, members, busy, change: onChange, children }: Props) {
  const { t } = useTranslation("agent");
  const words = useWords();
  const options = <T extends string>(values: readonly T[], word: (value: T) => string) =>
    values.map((value) => ({ value, label: word(value) }));

  const people = members.map(({ id, name }) => ({ value: id, label: name }));
  if (ticket.assignee !== null && !people.some(({ value }) => value === ticket.assignee?.id)) {
    people.push({ value: ticket.assignee.id, label: ticket.assignee.name });
  }
  const categories: string[] = [...CATEGORIES];
  if (ticket.category !== null && !categories.includes(ticket.category)) categories.push(ticket.category);

  const field = (
    label: string,
    value: string | null,
    data: SelectProps["data"],
    change: (value: string) => TicketChange,
    width?: "wide",
  ) => (
    <Select
      size="sm"
      label={label}
      labelProps={{ className: styles.label }}
      className={width === undefined ? undefined : styles[width]}
      allowDeselect={false}
      disabled={busy}
      data={data}
      value={value}
      onChange={(next) => {
        if (next !== null && next !== value) onChange(change(next));
      }}
    />
  );

  return (
    <SideCard title={t("ticket.properties")}>
      <div className={styles.panel}>
        {field(
          t("ticket.assignee"),
          ticket.assignee?.id ?? NOBODY,
          [{ value: NOBODY, label: t("ticket.nobody") }, ...people],
          (assignee) => ({ assignee: assignee === NOBODY ? null : assignee }),
          "wide",
        )}
        {children !== undefined && <div className={styles.about}>{children}</div>}
        {field(
          t("ticket.team"),
          ticket.team,
          teams.map(({ id, name, level }) => ({ value: id, label: `${level} · ${name}` })),
          (team) => ({ team }),
          "wide",
        )}
        {field(
          t("priority.label"),
          ticket.priority,
          options(PRIORITIES, (one) => `${one} ${words.priority(one)}`),
          (value) => ({
            priority: value as Ticket["priority"],
          }),
        )}
        {field(
          t("ticket.level"),
          ticket.level,
          options(LEVELS, (one) => one),
          (value) => ({
            level: value as Ticket["level"],
          }),
        )}
        {field(t("ticket.impact"), ticket.impact, options(SCALE, words.scale), (value) => ({
          impact: value as Ticket["impact"],
        }))}
        {field(t("ticket.urgency"), ticket.urgency, options(SCALE, words.scale), (value) => ({
          urgency: value as Ticket["urgency"],
        }))}
        {field(t("ticket.kind"), ticket.kind, options(KINDS, words.kind), (value) => ({
          kind: value as Ticket["kind"],
        }))}
        {field(
          t("ticket.category"),
          ticket.category,
          options(categories, words.category),
          (category) => ({ category }),
          "wide",
        )}
      </div>
    </SideCard>
  );
}
