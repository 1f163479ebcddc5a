import { Button } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { IconCopy } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { LevelBadge } from "@/components/badges";
import { KeyTip } from "@/components/key-tip";
import { Time } from "@/components/time";
import { act, ariaKeys, refusalOf, type Action } from "@/lib/actions";
import type { HeadMenu, OnTicket, TicketAction } from "@/lib/ticket-parts";

import { assign, changePriority, changeState } from "../actions";
import { AssigneeMenu } from "./assignee-menu";
import { MoreMenu, PriorityMenu, StateMenu } from "./head-menus";
import { Subject } from "./subject";
import styles from "./ticket-header.module.css";

interface Props<On extends OnTicket> {
  on: On;
  /** With buttons of their own as long as there is room; those are shown that apply. */
  actions: readonly TicketAction[];
  /** Behind the three dots. */
  more: readonly Action<On>[];
  copy: Action<On>;
  /** At the end of the first row. */
  others: ReactNode;
  opened: HeadMenu | null;
  onOpened: (menu: HeadMenu | null) => void;
  onMove: (state: string) => void;
}

/** Below this width buttons stand behind the three dots. */
const ROOM = 640;

const OPENERS = { state: changeState, priority: changePriority, assignee: assign } as const;

/** What a ticket is and what one does with it, in two rows. */
export function TicketHeader<On extends OnTicket>(props: Props<On>) {
  const { on, actions, more, copy, others, opened, onOpened, onMove } = props;
  const { t } = useTranslation(["agent", "common"]);
  const { ref, width } = useElementSize();
  const { ticket } = on;
  const folded = width > 0 && width < ROOM;
  const offered = actions.filter((action) => refusalOf(action, on, t) === null);
  const menu = (name: HeadMenu) => ({
    opened: opened === name,
    onChange: (open: boolean) => {
      const opener = name === "more" ? undefined : OPENERS[name];
      if (!open) onOpened(null);
      else if (opener === undefined) onOpened(name);
      else act(opener, on, t);
    },
  });
  return (
    <header className={styles.header} data-folded={folded || undefined}>
      <div ref={ref} className={styles.facts}>
        <KeyTip of={copy}>
          <button
            type="button"
            className={styles.id}
            aria-keyshortcuts={ariaKeys(copy)}
            onClick={() => {
              act(copy, on, t);
            }}
          >
            {ticket.id}
            <IconCopy size={14} aria-hidden />
            <span className="visually-hidden">{copy.words(t)}</span>
          </button>
        </KeyTip>
        <StateMenu {...menu("state")} on={on} onMove={onMove} />
        <PriorityMenu {...menu("priority")} on={on} />
        <span className={styles.team}>
          <LevelBadge level={ticket.level} /> <bdi>{on.teamName(ticket.team)}</bdi>
        </span>
        <AssigneeMenu {...menu("assignee")} on={on} />
        {ticket.vendor !== null && (
          <span className={styles.more}>{t("agent:ticket.waitsFor", { vendor: ticket.vendor })}</span>
        )}
        {ticket.until !== null && (
          <span className={styles.more}>
            {t("agent:ticket.until")} <Time at={ticket.until} />
          </span>
        )}
        <span className={styles.end}>
          {others}
          <MoreMenu {...menu("more")} on={on} actions={folded ? [...offered, ...more] : more} />
        </span>
      </div>
      <div className={styles.row}>
        <Subject key={ticket.subject} on={on} />
        {!folded && (
          <div className={styles.actions}>
            {offered.map((action) => (
              <KeyTip key={action.id} of={action}>
                <Button
                  size="compact-sm"
                  variant="default"
                  className={styles.action}
                  leftSection={<action.Icon size={15} />}
                  aria-keyshortcuts={ariaKeys(action)}
                  onClick={() => {
                    act(action, on, t);
                  }}
                >
                  {action.words(t)}
                </Button>
              </KeyTip>
            ))}
          </div>
        )}
      </div>
    </header>
  );
}
