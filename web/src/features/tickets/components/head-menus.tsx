import { ActionIcon } from "@mantine/core";
import { IconChevronDown, IconDots } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import { PRIORITIES } from "@/api/types";
import { PriorityBadge, StateBadge } from "@/components/badges";
import { KeyMenu, type Choice } from "@/components/key-menu";
import { act, ariaKeys, refusalOf, type Action, type AgentTexts } from "@/lib/actions";
import type { OnTicket } from "@/lib/ticket-parts";
import { useWords } from "@/lib/words";

import { changePriority, changeState } from "../actions";
import { numbered } from "../state-choices";
import { CANCELLED, SPAM } from "../waiting";
import styles from "./ticket-header.module.css";

export interface MenuProps {
  on: OnTicket;
  opened: boolean;
  onChange: (opened: boolean) => void;
}

/** It does not change any more: for a moment is no reason to take the focus from its button. */
export const isFixed = (action: Action<OnTicket>, on: OnTicket, t: AgentTexts): boolean =>
  refusalOf(action, { ...on, busy: false }, t) !== null;

/** Where it may go from here, each by a digit that stays the same; at the end as what is no request. */
export function StateMenu({ on, opened, onChange, onMove }: MenuProps & { onMove: (state: string) => void }) {
  const { t } = useTranslation(["agent", "common"]);
  const words = useWords();
  const { ticket } = on;
  const states: Choice[] = numbered(ticket.next_states).map(({ state, digit }) => ({
    ...{ id: state, words: words.state(state), digit, apart: state === CANCELLED },
    run: () => {
      onMove(state);
    },
  }));
  if (ticket.next_states.includes(CANCELLED))
    states.push({
      ...{ id: SPAM, words: t("agent:spam.word") },
      run: () => {
        onMove(SPAM);
      },
    });
  return (
    <KeyMenu label={t("agent:ticket.moveTo")} opened={opened} onChange={onChange} choices={states}>
      <button
        type="button"
        className={styles.fact}
        disabled={isFixed(changeState, on, t)}
        aria-keyshortcuts={ariaKeys(changeState)}
      >
        <span className="visually-hidden">{t("agent:ticket.moveTo")}: </span>
        <StateBadge state={ticket.state} phase={ticket.phase} />
        <IconChevronDown size={14} aria-hidden />
      </button>
    </KeyMenu>
  );
}

export function PriorityMenu({ on, opened, onChange }: MenuProps) {
  const { t } = useTranslation(["agent", "common"]);
  const { ticket } = on;
  const priorities = PRIORITIES.map((priority, index) => ({
    ...{ id: priority, words: <PriorityBadge priority={priority} wordy />, digit: index + 1 },
    current: priority === ticket.priority,
    run: () => {
      if (priority !== ticket.priority) on.change({ priority });
    },
  }));
  return (
    <KeyMenu
      label={t("agent:ticket.changePriority")}
      opened={opened}
      onChange={onChange}
      choices={priorities}
    >
      <button
        type="button"
        className={styles.fact}
        disabled={isFixed(changePriority, on, t)}
        aria-keyshortcuts={ariaKeys(changePriority)}
      >
        <span className="visually-hidden">{t("agent:ticket.changePriority")}: </span>
        <PriorityBadge priority={ticket.priority} wordy />
        <IconChevronDown size={14} aria-hidden />
      </button>
    </KeyMenu>
  );
}

/** What is done more rarely, and what there is no room for. */
export function MoreMenu<On extends OnTicket>({
  on,
  opened,
  onChange,
  actions,
}: Omit<MenuProps, "on"> & { on: On; actions: readonly Action<On>[] }) {
  const { t } = useTranslation(["agent", "common"]);
  const choices = actions
    .filter((action) => refusalOf(action, on, t) === null)
    .map((action) => ({
      id: action.id,
      words: action.words(t),
      Icon: action.Icon,
      run: () => {
        act(action, on, t);
      },
    }));
  return (
    <KeyMenu
      label={t("agent:ticket.more")}
      opened={opened}
      onChange={onChange}
      choices={choices}
      position="bottom-end"
    >
      <ActionIcon variant="subtle" color="gray" className={styles.dots} aria-label={t("agent:ticket.more")}>
        <IconDots size={18} />
      </ActionIcon>
    </KeyMenu>
  );
}
