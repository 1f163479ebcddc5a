import { Select, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import type { Ref } from "react";
import { useTranslation } from "react-i18next";

import type { Organization, Phase } from "@/api/types";
import { useTicketFields, type Option } from "@/lib/ticket-fields";

import type { QueueFilter } from "../api/list-tickets";
import styles from "./queue-filters.module.css";

const LISTED_PHASES = ["new", "open", "pending", "on_hold", "solved"] as const satisfies readonly Phase[];

interface Props {
  filter: QueueFilter;
  organizations: readonly Organization[];
  onFilter: (filter: QueueFilter) => void;
  text: string;
  onText: (text: string) => void;
  textRef: Ref<HTMLInputElement>;
  /** Out of the field, into the list; what is typed stays. */
  onLeave: () => void;
}

export function QueueFilters({ filter, organizations, onFilter, text, onText, textRef, onLeave }: Props) {
  const { t } = useTranslation("agent");
  const { label, options } = useTicketFields();
  const choice = (
    name: "phase" | "priority" | "organization",
    words: { label: string; any: string },
    data: readonly Option[],
  ) => (
    <Select
      size="sm"
      className={styles.select}
      aria-label={words.label}
      placeholder={words.any}
      clearable
      searchable={name === "organization"}
      data={data}
      value={filter[name] ?? null}
      onChange={(value) => {
        onFilter({ ...filter, [name]: value ?? undefined });
      }}
    />
  );
  return (
    <div className={styles.filters} role="search">
      <TextInput
        ref={textRef}
        size="sm"
        className={styles.text}
        aria-label={t("queue.filter")}
        placeholder={t("queue.filter")}
        leftSection={<IconSearch size={16} />}
        value={text}
        onChange={(event) => {
          onText(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.currentTarget.blur();
          onLeave();
        }}
      />
      {choice(
        "phase",
        { label: t("phase.label"), any: t("phase.any") },
        LISTED_PHASES.map((value) => ({ value, label: t(`phase.${value}`) })),
      )}
      {choice("priority", { label: label("priority"), any: t("priority.any") }, options("priority"))}
      {(organizations.length > 0 || filter.organization !== undefined) &&
        choice(
          "organization",
          { label: t("queue.organization"), any: t("queue.anyOrganization") },
          organizations.map(({ id, name }) => ({ value: id, label: name })),
        )}
    </div>
  );
}
