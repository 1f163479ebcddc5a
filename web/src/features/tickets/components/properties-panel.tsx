import { Select, type SelectProps } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { SideCard } from "@/components/side-card";
import { useTicketFields, type ChosenField } from "@/lib/ticket-fields";
import type { OnTicket } from "@/lib/ticket-parts";

import styles from "./properties-panel.module.css";

type Props = OnTicket & {
  /** What there is to say about the assignee. */
  children?: ReactNode;
};

const NOBODY = "";

/** Level and team are no fields to choose: they change by escalating, sending back and handing over. */
export function PropertiesPanel({ ticket, members, busy, change, children }: Props) {
  const { t } = useTranslation("agent");
  const { label, options } = useTicketFields();

  const people = members.map(({ id, name }) => ({ value: id, label: name }));
  if (ticket.assignee !== null && !people.some(({ value }) => value === ticket.assignee?.id)) {
    people.push({ value: ticket.assignee.id, label: ticket.assignee.name });
  }
  const select = (
    name: string,
    value: string | null,
    data: SelectProps["data"],
    onValue: (value: string) => void,
    width?: "wide",
  ) => (
    <Select
      size="sm"
      label={name}
      labelProps={{ className: styles.label }}
      className={width === undefined ? undefined : styles[width]}
      allowDeselect={false}
      disabled={busy}
      data={data}
      value={value}
      onChange={(next) => {
        if (next !== null && next !== value) onValue(next);
      }}
    />
  );
  const field = (
    name: Exclude<ChosenField, "level">,
    data: SelectProps["data"] = options(name),
    width?: "wide",
  ) =>
    select(
      label(name),
      ticket[name],
      data,
      (value) => {
        change({ [name]: value });
      },
      width,
    );

  return (
    <SideCard title={t("ticket.properties")}>
      <div className={styles.panel}>
        {select(
          t("ticket.assignee"),
          ticket.assignee?.id ?? NOBODY,
          [{ value: NOBODY, label: t("ticket.nobody") }, ...people],
          (assignee) => {
            change({ assignee: assignee === NOBODY ? null : assignee });
          },
          "wide",
        )}
        {children !== undefined && <div className={styles.about}>{children}</div>}
        {field("priority")}
        {field("impact")}
        {field("urgency")}
        {field("kind")}
        {field("category", options("category", [ticket.category]), "wide")}
      </div>
    </SideCard>
  );
}
