import { Combobox, useCombobox } from "@mantine/core";
import { IconFilter, IconX } from "@tabler/icons-react";
import { useEffect, useRef, type Ref } from "react";
import { useTranslation } from "react-i18next";

import {
  suggested,
  unfiltered,
  type Choice,
  type FilterName,
  type QueueFilter,
  type Suggestion,
} from "../filter";
import { tokensOf } from "../use-choices";
import styles from "./filter-bar.module.css";

interface Props {
  filter: QueueFilter;
  onFilter: (filter: QueueFilter) => void;
  choices: readonly Choice[];
  typed: string;
  onTyped: (typed: string) => void;
  fieldRef: Ref<HTMLInputElement>;
  /** Out of the field, into the list; what is typed stays. */
  onLeave: () => void;
}

const keyOf = ({ name, value }: Suggestion): string => `${name}:${value ?? ""}`;

/** What the queue is narrowed to, each a token, and a field in which more are typed. */
export function FilterBar({ filter, onFilter, choices, typed, onTyped, fieldRef, onLeave }: Props) {
  const { t } = useTranslation("agent");
  const bar = useRef<HTMLDivElement>(null);
  const combobox = useCombobox();
  const { selectFirstOption, resetSelectedOption } = combobox;
  const suggestions = suggested(choices, typed);
  const shown = suggestions.map(keyOf).join(" ");
  const writes = typed.trim() !== "";
  useEffect(() => {
    // Enter takes the likeliest; with nothing typed it takes nothing.
    if (writes) selectFirstOption();
    else resetSelectedOption();
  }, [shown, writes, selectFirstOption, resetSelectedOption]);

  const pick = (key: string) => {
    const picked = suggestions.find((one) => keyOf(one) === key);
    if (picked === undefined) return;
    if (picked.value === null) {
      onTyped(`${choices.find(({ name }) => name === picked.name)?.label ?? ""}: `);
      return;
    }
    onTyped("");
    onFilter({ ...filter, [picked.name]: picked.value });
    combobox.closeDropdown();
  };
  const tokens = tokensOf(filter, choices);
  const remove = (name: FilterName) => {
    onFilter(unfiltered(filter, name));
    bar.current?.querySelector("input")?.focus();
  };

  return (
    <Combobox
      store={combobox}
      onOptionSubmit={pick}
      position="bottom-start"
      width="clamp(8rem, 20rem, calc(100vw - 1.5rem))"
      offset={4}
    >
      <Combobox.DropdownTarget>
        <div className={styles.bar} role="search" ref={bar}>
          <IconFilter size={16} className={styles.icon} aria-hidden />
          {tokens.map(({ name, label }) => (
            <button
              key={name}
              type="button"
              className={styles.token}
              aria-label={t("queue.removeFilter", { filter: label, interpolation: { escapeValue: false } })}
              onClick={() => {
                remove(name);
              }}
            >
              <bdi>{label}</bdi>
              <IconX size={12} aria-hidden />
            </button>
          ))}
          <Combobox.EventsTarget withExpandedAttribute>
            <input
              ref={fieldRef}
              role="combobox"
              aria-expanded={combobox.dropdownOpened}
              aria-controls={combobox.listId ?? undefined}
              className={styles.field}
              aria-label={t("queue.filter")}
              placeholder={tokens.length === 0 ? t("queue.filterHint") : ""}
              value={typed}
              maxLength={100}
              onChange={(event) => {
                onTyped(event.currentTarget.value);
                combobox.openDropdown();
              }}
              onFocus={() => {
                combobox.openDropdown();
              }}
              onBlur={() => {
                combobox.closeDropdown();
              }}
              onKeyDown={(event) => {
                const last = tokens.at(-1);
                if (event.key === "Backspace" && typed === "" && last !== undefined) remove(last.name);
                if (event.key !== "Escape") return;
                event.currentTarget.blur();
                onLeave();
              }}
            />
          </Combobox.EventsTarget>
        </div>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown hidden={suggestions.length === 0}>
        <Combobox.Options className={styles.options} aria-label={t("queue.filter")}>
          {suggestions.map((one) => (
            <Combobox.Option key={keyOf(one)} value={keyOf(one)} className={styles.option}>
              <bdi>{one.label}</bdi>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
