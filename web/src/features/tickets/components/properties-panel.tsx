import { Select, type SelectProps } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { FactRows } from "@/components/fact-rows";
import rows from "@/components/fact-rows.module.css";
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
export function PropertiesPanel({ ticket, members, teamName, busy, change, children }: Props) {
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
  ) => (
    <Select
      size="sm"
      variant="unstyled"
      label={name}
      classNames={{ root: rows.row, label: rows.label, input: styles.input, section: styles.mark }}
      allowDeselect={false}
      readOnly={busy}
      disabled={ticket.phase === "closed"}
      data={data}
      value={value}
      comboboxProps={{ shadow: "md" }}
      onChange={(next) => {
        if (next !== null && next !== value) onValue(next);
      }}
    />
  );
  const field = (name: Exclude<ChosenField, "level">, data: SelectProps["data"] = options(name)) =>
    select(label(name), ticket[name], data, (value) => {
      change({ [name]: value });
    });

  return (
    <SideCard title={t("ticket.properties")}>
      {select(
        t("ticket.assignee"),
        ticket.assignee?.id ?? NOBODY,
        [{ value: NOBODY, label: t("ticket.nobody") }, ...people],
        (assignee) => {
          change({ assignee: assignee === NOBODY ? null : assignee });
        },
      )}
      {children !== undefined && <div className={styles.about}>{children}</div>}
      {field("priority")}
      {field("impact")}
      {field("urgency")}
      {field("kind")}
      {field("category", options("category", [ticket.category]))}
      <FactRows
        facts={[{ label: label("team"), value: <bdi>{`${ticket.level} · ${teamName(ticket.team)}`}</bdi> }]}
      />
    </SideCard>
  );
}
