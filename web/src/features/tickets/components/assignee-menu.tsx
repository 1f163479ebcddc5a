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
  return (
    <Combobox
      store={combobox}
      width={260}
      position="bottom-start"
      shadow="md"
      // At once: what is typed right after its key is for its field.
      transitionProps={{ duration: 0 }}
      onOptionSubmit={(chosen) => {
        onChange(false);
        combobox.focusTarget();
        if (chosen !== (assignee?.id ?? NOBODY)) on.change({ assignee: chosen === NOBODY ? null : chosen });
      }}
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
      <Combobox.Dropdown>{opened && <People on={on} store={combobox} />}</Combobox.Dropdown>
    </Combobox>
  );
}

const NOBODY = "";

function People({ on, store }: Pick<MenuProps, "on"> & { store: ReturnType<typeof useCombobox> }) {
  const { t } = useTranslation("agent");
  const [query, setQuery] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const found = peopleFor(on, query, t("ticket.me"));
  const { selectFirstOption } = store;
  useLayoutEffect(() => {
    input.current?.focus({ preventScroll: true });
  }, []);
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
