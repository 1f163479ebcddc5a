import { Combobox, Loader, TextInput, useCombobox } from "@mantine/core";
import { useEffect, useRef, useState, type ReactNode, type Ref } from "react";

import type { PersonFound } from "@/api/types";
import { usePeople } from "@/lib/desk/find-people";
import type { Refused } from "@/lib/field-errors";

import styles from "./who-field.module.css";

interface Props {
  label: string;
  hint: string;
  typed: string;
  onTyped: (typed: string) => void;
  onPerson: (person: PersonFound) => void;
  /** None of those who were found. */
  onUnknown: () => void;
  /** Words for that; `nobody` was found. */
  unknown: (nobody: boolean) => ReactNode;
  /** A key that means something else here; whether it was. */
  onKey?: (key: string) => boolean;
  handle: Ref<HTMLInputElement>;
  refused?: Refused | { error: string | undefined };
}

const NEW = "new";

/** Finds people while one types; the first that is found is taken by Enter, and nobody found is somebody new. */
export function WhoField(props: Props) {
  const { label, hint, typed, onTyped, onPerson, onUnknown, unknown, onKey, handle, refused } = props;
  const combobox = useCombobox();
  const { people, settled } = usePeople(typed);
  // Enter was pressed before it was known who is found.
  const [waits, setWaits] = useState(false);
  const first = useRef<PersonFound | undefined>(undefined);
  const asked = typed.trim() !== "";
  const take = (value: string) => {
    const person = people.find(({ id }) => id === value);
    if (person === undefined) onUnknown();
    else onPerson(person);
  };
  const { selectFirstOption, resetSelectedOption } = combobox;
  useEffect(() => {
    first.current = people[0];
    if (settled) selectFirstOption();
    else resetSelectedOption();
  }, [people, settled, selectFirstOption, resetSelectedOption]);
  useEffect(() => {
    if (waits && settled) take(first.current?.id ?? NEW);
  });

  return (
    <Combobox store={combobox} onOptionSubmit={take} withinPortal={false} position="bottom-start">
      <Combobox.Target>
        <TextInput
          {...refused}
          ref={handle}
          data-autofocus
          label={label}
          placeholder={hint}
          autoComplete="off"
          maxLength={100}
          value={typed}
          rightSection={asked && !settled ? <Loader size={16} /> : null}
          onChange={(event) => {
            setWaits(false);
            onTyped(event.currentTarget.value);
            if (event.currentTarget.value.trim() === "") combobox.closeDropdown();
            else combobox.openDropdown();
          }}
          onFocus={() => {
            if (asked) combobox.openDropdown();
          }}
          onBlur={() => {
            combobox.closeDropdown();
          }}
          onKeyDown={(event) => {
            if (onKey?.(event.key) === true) {
              event.preventDefault();
              event.stopPropagation();
            }
            if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
            event.preventDefault();
            if (asked && !settled) setWaits(true);
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!asked}>
        <Combobox.Options aria-label={label} mah={360} style={{ overflowY: "auto" }}>
          {people.map((person) => (
            <Combobox.Option key={person.id} value={person.id} className={styles.hit}>
              <strong>
                <bdi>{person.name}</bdi>
              </strong>
              <span>
                <bdi>{factsOf(person).join(" · ")}</bdi>
              </span>
            </Combobox.Option>
          ))}
          {asked && settled && (
            <Combobox.Option value={NEW} className={styles.hit}>
              {unknown(people.length === 0)}
            </Combobox.Option>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

/** By what one tells people of the same name apart. */
export const factsOf = ({ email, phone, organization_name, plan }: PersonFound): string[] =>
  [email, phone, organization_name, plan].filter((fact): fact is string => Boolean(fact));
