import { Combobox, useCombobox } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from "react";
import { useTranslation } from "react-i18next";

import { LONGEST } from "../address";
import { completed, suggested, typedAt, type Operator } from "../question";
import styles from "./search-field.module.css";

interface Props {
  value: string;
  onChange: (question: string) => void;
  operators: readonly Operator[];
  /** What it is for, where it is not the search. */
  label?: string;
  fieldRef: RefObject<HTMLInputElement | null>;
  /** Out of the field, into what is found. */
  onLeave: () => void;
}

/** Where one types what is looked for; what a word may become is offered below it. */
export function SearchField({ value, onChange, operators, label, fieldRef, onLeave }: Props) {
  const { t } = useTranslation("agent");
  const combobox = useCombobox();
  const { selectedOptionIndex, resetSelectedOption, openDropdown, closeDropdown } = combobox;
  const [caret, setCaret] = useState(value.length);
  const moved = useRef<number | null>(null);
  const word = typedAt(value, caret);
  const suggestions = suggested(operators, word.text);
  const shown = suggestions.map(({ text }) => text).join("\n");
  useEffect(() => {
    // Enter looks for what is typed; it takes a suggestion only from who went to one.
    resetSelectedOption();
  }, [shown, resetSelectedOption]);
  useLayoutEffect(() => {
    if (moved.current === null) return;
    fieldRef.current?.setSelectionRange(moved.current, moved.current);
    moved.current = null;
  }, [value, fieldRef]);

  const pick = (text: string) => {
    const next = completed(value, word, text);
    moved.current = next.caret;
    setCaret(next.caret);
    onChange(next.question);
    fieldRef.current?.focus();
    if (!text.endsWith(":")) closeDropdown();
  };

  return (
    <Combobox store={combobox} onOptionSubmit={pick} position="bottom-start" width={400} offset={4}>
      <Combobox.DropdownTarget>
        <div className={styles.bar} role="search">
          <IconSearch size={18} className={styles.icon} aria-hidden />
          <Combobox.EventsTarget withExpandedAttribute>
            <input
              ref={fieldRef}
              type="text"
              role="combobox"
              inputMode="search"
              enterKeyHint="search"
              autoComplete="off"
              spellCheck={false}
              aria-expanded={combobox.dropdownOpened}
              aria-controls={combobox.listId ?? undefined}
              aria-label={label ?? t("search.field")}
              placeholder={label ?? t("search.placeholder")}
              className={styles.field}
              value={value}
              maxLength={LONGEST}
              dir="auto"
              onChange={({ currentTarget }) => {
                setCaret(currentTarget.selectionStart ?? currentTarget.value.length);
                onChange(currentTarget.value);
                openDropdown();
              }}
              onSelect={({ currentTarget }) => {
                setCaret(currentTarget.selectionStart ?? currentTarget.value.length);
              }}
              onFocus={() => {
                if (value === "") openDropdown();
              }}
              onBlur={() => {
                closeDropdown();
              }}
              onKeyDown={(event) => {
                if (event.nativeEvent.isComposing) return;
                const leaves = event.key === "Enter" && selectedOptionIndex < 0;
                if (event.key === "Escape" && combobox.dropdownOpened) {
                  event.stopPropagation();
                  closeDropdown();
                } else if (leaves || event.key === "Escape") {
                  closeDropdown();
                  event.currentTarget.blur();
                  onLeave();
                }
              }}
            />
          </Combobox.EventsTarget>
        </div>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown hidden={suggestions.length === 0}>
        <Combobox.Options className={styles.options} aria-label={t("search.offers")}>
          {suggestions.map(({ text, label }) => (
            <Combobox.Option key={text} value={text} className={styles.option}>
              <code>{text}</code> <bdi>{label}</bdi>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
