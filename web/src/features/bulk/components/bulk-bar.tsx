import { ActionIcon, Button, Tooltip } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { NUMBERED_STATES, PRIORITIES, type BulkChange, type Me, type Member, type Team } from "@/api/types";
import { KeyMenu, type Choice } from "@/components/key-menu";
import { useActions } from "@/lib/actions";
import { useWords } from "@/lib/words";

import { BULK } from "../actions";
import { useBulk, type Which } from "../use-bulk";
import styles from "./bulk.module.css";
import { Preview } from "./preview";
import { WordsDialog, type Asking } from "./words-dialog";

type Menu = "assignee" | "state" | "priority";

interface Props {
  me: Me;
  teams: readonly Team[];
  people: readonly Member[];
  which: Which;
  /** How many are chosen; null for all of a list whose length nobody counted. */
  count: number | null;
  /** Chooses those that are not loaded, too; nothing to choose where it is missing. */
  onAll: (() => void) | undefined;
  /** How many all are, where it is known. */
  total: number | null;
  onClear: () => void;
}

/** Where the filter stands, while rows are chosen. */
export function BulkBar({ me, teams, people, which, count, onAll, total, onClear }: Props) {
  const { t } = useTranslation("agent");
  const words = useWords();
  const bulk = useBulk(which, [me, ...people], onClear);
  const [menu, setMenu] = useState<Menu | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  useActions(BULK, { open: setMenu, clear: onClear });

  const change = (wanted: BulkChange) => ({
    run: () => {
      bulk.change(wanted);
    },
  });
  const others = people.filter(({ id }) => id !== me.id);
  const assignees: Choice[] = [
    { id: me.id, words: t("ticket.me"), digit: 1, ...change({ fields: { assignee: me.id } }) },
    ...others.map(({ id, name }, at) => ({
      ...{ id, words: <bdi>{name}</bdi>, digit: at < 8 ? at + 2 : undefined },
      ...change({ fields: { assignee: id } }),
    })),
    { id: "", words: t("ticket.nobody"), apart: true, ...change({ fields: { assignee: null } }) },
  ];
  const states: Choice[] = [
    ...NUMBERED_STATES.map((state, at) => ({
      ...{ id: state, words: words.state(state), digit: at + 1 },
      ...change({ move: { state } }),
    })),
    {
      ...{ id: "cancelled", words: words.state("cancelled"), apart: true },
      run: () => {
        setAsking("cancel");
      },
    },
  ];
  const priorities: Choice[] = PRIORITIES.map((priority, at) => ({
    ...{ id: priority, words: words.priority(priority), digit: at + 1 },
    ...change({ fields: { priority } }),
  }));
  const opens = (which: Menu, label: string, choices: readonly Choice[]): ReactNode => (
    <KeyMenu
      label={label}
      choices={choices}
      opened={menu === which}
      onChange={(opened) => {
        setMenu(opened ? which : null);
      }}
    >
      <Button size="compact-sm" variant="default" disabled={bulk.busy}>
        {label}
      </Button>
    </KeyMenu>
  );
  const asks = (what: Exclude<Asking, "cancel">): ReactNode => (
    <Button
      size="compact-sm"
      variant="default"
      disabled={bulk.busy}
      onClick={() => {
        setAsking(what);
      }}
    >
      {t(`bulk.${what}.open`)}
    </Button>
  );
  return (
    <div className={styles.bar} role="toolbar" aria-label={t("bulk.label")}>
      <span role="status" className={styles.count}>
        {count === null ? t("bulk.chosenAll") : t("bulk.chosen", { count })}
      </span>
      {onAll !== undefined && (
        <Button size="compact-sm" variant="subtle" onClick={onAll}>
          {total === null ? t("bulk.all") : t("bulk.allOf", { count: total })}
        </Button>
      )}
      {opens("assignee", t("bulk.assign"), assignees)}
      {opens("state", t("bulk.state"), states)}
      {opens("priority", t("bulk.priority"), priorities)}
      {asks("team")}
      {asks("note")}
      {asks("reply")}
      <Tooltip label={t("bulk.clear")}>
        <ActionIcon
          variant="subtle"
          size="md"
          className={styles.clear}
          aria-label={t("bulk.clear")}
          onClick={onClear}
        >
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
      {asking !== null && (
        <WordsDialog
          {...{ what: asking, count, teams, onChange: bulk.change }}
          onClose={() => {
            setAsking(null);
          }}
        />
      )}
      {bulk.planned !== null && (
        <Preview {...bulk.planned} busy={bulk.busy} onBegin={bulk.begin} onClose={bulk.forget} />
      )}
    </div>
  );
}
