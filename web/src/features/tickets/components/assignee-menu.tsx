import { Combobox, useCombobox } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { ariaKeys } from "@/lib/actions";
import { initials } from "@/lib/initials";

import { assign } from "../actions";
import { peopleFor } from "../people-for";
import { isFixed, type MenuProps } from "./head-menus";
import styles from "./ticket-header.module.css";

/** Who has it; typed into, it finds those of its team. */
export function AssigneeMenu({ on, opened, onChange }: MenuProps) {
  const { t } = useTranslation(["agent", "common"]);
  const { assignee } = on.ticket;
  const combobox = useCombobox({ opened, onOpenedChange: onChange });
  const give = (chosen: string) => {
    onChange(false);
    combobox.focusTarget();
    if (chosen !== (assignee?.id ?? NOBODY)) on.change({ assignee: chosen === NOBODY ? null : chosen });
  };
  return (
    <Combobox
      store={combobox}
      width={260}
      position="bottom-start"
      shadow="md"
      // At once: what is typed right after its key is for its field.
      transitionProps={{ duration: 0 }}
      onOptionSubmit={give}
    >
      <Combobox.Target withAriaAttributes={false}>
        <button
          type="button"
          className={styles.fact}
          disabled={isFixed(assign, on, t)}
          aria-haspopup="listbox"
          aria-expanded={opened}
          aria-keyshortcuts={ariaKeys(assign)}
          onClick={() => {
            onChange(!opened);
          }}
        >
          <span className="visually-hidden">{t("agent:ticket.assign")}: </span>
          {assignee !== null && (
            <span className={styles.avatar} aria-hidden>
              {initials(assignee.name)}
            </span>
          )}
          <bdi className={styles.name}>{assignee?.name ?? t("agent:ticket.nobody")}</bdi>
          <IconChevronDown size={14} aria-hidden />
        </button>
      </Combobox.Target>
      <Combobox.Dropdown>{opened && <People on={on} store={combobox} onGive={give} />}</Combobox.Dropdown>
    </Combobox>
  );
}

const NOBODY = "";

interface PeopleProps extends Pick<MenuProps, "on"> {
  store: ReturnType<typeof useCombobox>;
  onGive: (id: string) => void;
}

function People({ on, store, onGive }: PeopleProps) {
  const { t } = useTranslation("agent");
  const [query, setQuery] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const found = peopleFor(on, query, t("ticket.me"));
  const { selectFirstOption, updateSelectedOptionIndex } = store;
  useLayoutEffect(() => {
    updateSelectedOptionIndex(-1); // what was marked when it was open last is not marked now
    input.current?.focus({ preventScroll: true });
  }, [updateSelectedOptionIndex]);
  useEffect(() => {
    selectFirstOption();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the store is another each time; what is found decides
  }, [query]);
  const { assignee } = on.ticket;
  return (
    <>
      <Combobox.Search
        ref={input}
        value={query}
        aria-label={t("ticket.findPerson")}
        placeholder={t("ticket.findPerson")}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          // The field takes keys before the first is marked, which comes a moment after it is drawn.
          const [first] = found;
          if (event.key !== "Enter" || event.nativeEvent.isComposing || first === undefined) return;
          if (store.getSelectedOptionIndex() >= 0) return;
          event.preventDefault();
          onGive(first.id);
        }}
      />
      <Combobox.Options className={styles.people} aria-label={t("ticket.assign")}>
        {found.map(({ id, label }) => (
          <Combobox.Option key={id} value={id} active={id === assignee?.id}>
            <bdi>{label}</bdi>
          </Combobox.Option>
        ))}
        {assignee !== null && query === "" && (
          <Combobox.Option value={NOBODY}>{t("ticket.nobody")}</Combobox.Option>
        )}
        {found.length === 0 && <Combobox.Empty>{t("ticket.noPerson")}</Combobox.Empty>}
      </Combobox.Options>
    </>
  );
}
