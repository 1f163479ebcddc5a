import { ActionIcon, Anchor, Button, CopyButton, Group, Menu, TextInput, Tooltip } from "@mantine/core";
import { IconCheck, IconChevronDown, IconCopy, IconPencil } from "@tabler/icons-react";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { LevelBadge, PriorityBadge, StateBadge } from "@/components/badges";
import { KeyTip } from "@/components/key-tip";
import { Time } from "@/components/time";
import { act, ariaKeys, refusalOf } from "@/lib/actions";
import { useFocusOnMount } from "@/lib/focus";
import type { OnTicket, TicketAction } from "@/lib/ticket-parts";
import { useWords } from "@/lib/words";

import { wait } from "../actions";
import styles from "./ticket-header.module.css";

interface Props {
  on: OnTicket;
  /** What one can do with it; those are shown that apply. */
  actions: readonly TicketAction[];
  /** At the end of the first row. */
  others: ReactNode;
  onMove: (state: string) => void;
  onSubject: (subject: string) => void;
}

export function TicketHeader({ on, actions, others, onMove, onSubject }: Props) {
  const { t } = useTranslation(["agent", "common"]);
  const words = useWords();
  const { ticket, busy } = on;
  const onWait = () => {
    act(wait, on, t);
  };
  return (
    <header className={styles.header}>
      <div className={styles.facts}>
        <CopyButton value={ticket.id}>
          {({ copied, copy }) => (
            <Tooltip label={copied ? t("agent:ticket.copied") : t("agent:ticket.copyId")}>
              <button type="button" className={styles.id} onClick={copy}>
                {ticket.id}
                {copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
                <span className="visually-hidden">{t("agent:ticket.copyId")}</span>
              </button>
            </Tooltip>
          )}
        </CopyButton>
        <StateBadge state={ticket.state} phase={ticket.phase} />
        <PriorityBadge priority={ticket.priority} wordy />
        <span className={styles.team}>
          <LevelBadge level={ticket.level} /> {on.teamName(ticket.team)}
        </span>
        <span className={styles.team}>{words.kind(ticket.kind)}</span>
        {ticket.vendor !== null && (
          <span className={styles.team}>{t("agent:ticket.waitsFor", { vendor: ticket.vendor })}</span>
        )}
        {ticket.until !== null && (
          <span className={styles.team}>
            {t("agent:ticket.until")} <Time at={ticket.until} />
          </span>
        )}
        {(ticket.until ?? ticket.vendor) !== null && (
          <Anchor component="button" type="button" size="sm" onClick={onWait}>
            {t("agent:wait.change")}
          </Anchor>
        )}
        {others}
      </div>
      <Subject key={ticket.subject} subject={ticket.subject} onSave={onSubject} />
      <Group gap="xs">
        <Menu position="bottom-start" disabled={ticket.next_states.length === 0}>
          <Menu.Target>
            <Button
              size="sm"
              variant="default"
              disabled={busy || ticket.next_states.length === 0}
              rightSection={<IconChevronDown size={16} />}
            >
              {t("agent:ticket.moveTo")}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {ticket.next_states.map((state) => (
              <Menu.Item
                key={state}
                onClick={() => {
                  onMove(state);
                }}
              >
                {words.state(state)}
              </Menu.Item>
            ))}
            {refusalOf(wait, on, t) === null && (
              <>
                <Menu.Divider />
                <Menu.Item leftSection={<wait.Icon size={16} />} onClick={onWait}>
                  {wait.words(t)}
                </Menu.Item>
              </>
            )}
          </Menu.Dropdown>
        </Menu>
        {actions
          .filter((action) => refusalOf(action, on, t) === null)
          .map((action) => (
            <KeyTip key={action.id} of={action}>
              <Button
                size="sm"
                variant="default"
                leftSection={<action.Icon size={16} />}
                aria-keyshortcuts={ariaKeys(action)}
                onClick={() => {
                  act(action, on, t);
                }}
              >
                {action.words(t)}
              </Button>
            </KeyTip>
          ))}
      </Group>
    </header>
  );
}

function Subject({ subject, onSave }: { subject: string; onSave: (subject: string) => void }) {
  const { t } = useTranslation("agent");
  const [editing, setEditing] = useState(false);
  if (!editing) {
    return (
      <div className={styles.subject}>
        <h1>
          <bdi>{subject}</bdi>
        </h1>
        <Tooltip label={t("ticket.editSubject")}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t("ticket.editSubject")}
            onClick={() => {
              setEditing(true);
            }}
          >
            <IconPencil size={16} />
          </ActionIcon>
        </Tooltip>
      </div>
    );
  }
  return (
    <SubjectEditor
      subject={subject}
      onDone={(next) => {
        setEditing(false);
        if (next !== "" && next !== subject) onSave(next);
      }}
    />
  );
}

function SubjectEditor({ subject, onDone }: { subject: string; onDone: (subject: string) => void }) {
  const { t } = useTranslation("agent");
  const [text, setText] = useState(subject);
  const input = useFocusOnMount<HTMLInputElement>();
  return (
    <form
      className={styles.subject}
      onSubmit={(event) => {
        event.preventDefault();
        onDone(text.trim());
      }}
    >
      <TextInput
        ref={input}
        className={styles.edit}
        maxLength={250}
        aria-label={t("ticket.subject")}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key === "Escape") onDone(subject);
        }}
      />
      <Button type="submit">{t("ticket.save")}</Button>
    </form>
  );
}
