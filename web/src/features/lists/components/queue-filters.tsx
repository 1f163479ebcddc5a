import { Select, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import type { Ref } from "react";
import { useTranslation } from "react-i18next";

import { PRIORITIES, type Organization, type Phase } from "@/api/types";
import { useWords } from "@/lib/words";

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
}

export function QueueFilters({ filter, organizations, onFilter, text, onText, textRef }: Props) {
  const { t } = useTranslation("agent");
  const words = useWords();
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
          if (event.key === "Escape") {
            onText("");
            event.currentTarget.blur();
          }
        }}
      />
      <Select
        size="sm"
        className={styles.select}
        aria-label={t("phase.label")}
        placeholder={t("phase.any")}
        clearable
        data={LISTED_PHASES.map((value) => ({ value, label: t(`phase.${value}`) }))}
        value={filter.phase ?? null}
        onChange={(phase) => {
          onFilter({ ...filter, phase: phase ?? undefined });
        }}
      />
      <Select
        size="sm"
        className={styles.select}
        aria-label={t("priority.label")}
        placeholder={t("priority.any")}
        clearable
        data={PRIORITIES.map((value) => ({ value, label: `${value} ${words.priority(value)}` }))}
        value={filter.priority ?? null}
        onChange={(priority) => {
          onFilter({ ...filter, priority: priority ?? undefined });
        }}
      />
      {(organizations.length > 0 || filter.organization !== undefined) && (
        <Select
          size="sm"
          className={styles.select}
          aria-label={t("queue.organization")}
          placeholder={t("queue.anyOrganization")}
          clearable
          searchable
          data={organizations.map(({ id, name }) => ({ value: id, label: name }))}
          value={filter.organization ?? null}
          onChange={(organization) => {
            onFilter({ ...filter, organization: organization ?? undefined });
          }}
        />
      )}
    </div>
  );
}
