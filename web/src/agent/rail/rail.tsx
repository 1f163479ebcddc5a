import {
  IconBook,
  IconChartBar,
  IconPlus,
  IconSearch,
  IconSettings,
  IconUsersGroup,
} from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { ComponentType, ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { Me } from "@/api/types";
import { Brand } from "@/components/brand";
import { Keys, KeyTip } from "@/components/key-tip";
import { openCallInstead } from "@/features/intake/call";
import { StatusSwitch } from "@/features/assignment/components/status-switch";
import { act, ariaKeys, type Action } from "@/lib/actions";
import { useBranding } from "@/lib/branding";
import { isLead } from "@/lib/ticket-parts";

import { anywhere, type Anywhere } from "../actions";
import { Account } from "./account";
import { ConnectionLine } from "./connection-line";
import { InboxCount, QueueCount } from "./count";
import { INBOX, PALETTE, UNASSIGNED } from "./entries";
import { MineLinks } from "./mine-links";
import styles from "./rail.module.css";
import { TeamLinks } from "./team-links";
import { ViewLinks } from "./view-links";

const { scope, ...unassigned } = UNASSIGNED;

interface Props {
  me: Me;
  on: Anywhere;
  onOutbox: () => void;
}

/** The way to everything; as wide as words, or folded to icons with their counts. */
export function Rail({ me, on, onOutbox }: Props) {
  const { t } = useTranslation(["agent", "common"]);
  const { name } = useBranding();
  return (
    <div className={styles.rail}>
      <div className={styles.brand}>
        <Brand name={name} />
      </div>
      <KeyTip of={anywhere.new}>
        <Link
          to="/new"
          className={styles.create}
          aria-keyshortcuts={ariaKeys(anywhere.new)}
          onClick={openCallInstead}
        >
          <IconPlus size={17} aria-hidden /> <span className={styles.label}>{anywhere.new.words(t)}</span>
        </Link>
      </KeyTip>
      {PALETTE !== undefined && <Search palette={PALETTE} on={on} />}
      <nav aria-label={t("nav.label")} className={styles.nav}>
        <div className={styles.lists}>
          <ul>
            <Entry {...INBOX}>
              <InboxCount />
            </Entry>
            <Entry {...unassigned}>
              <QueueCount scope={scope} />
            </Entry>
          </ul>
          <MineLinks />
          <ViewLinks />
          <TeamLinks me={me} />
        </div>
        <ul className={styles.apart}>
          <Entry to="/now" of={anywhere.teamNow} Icon={IconUsersGroup} />
          {isLead(me) && <Entry to="/figures" of={anywhere.figures} Icon={IconChartBar} />}
          <Entry to="/knowledge" of={anywhere.knowledge} Icon={IconBook} />
          {isLead(me) && <Entry to="/settings" of={anywhere.settings} Icon={IconSettings} />}
        </ul>
      </nav>
      <ConnectionLine onOutbox={onOutbox} />
      <StatusSwitch />
      <Account me={me} on={on} />
    </div>
  );
}

interface EntryProps {
  to: "/inbox" | "/unassigned" | "/now" | "/figures" | "/knowledge" | "/settings";
  of: Action<Anywhere>;
  Icon: ComponentType<{ size: number }>;
  /** How many wait there. */
  children?: ReactNode;
}

function Entry({ to, of, Icon, children }: EntryProps) {
  const { t } = useTranslation(["agent", "common"]);
  return (
    <li>
      <KeyTip of={of}>
        <Link to={to} className={styles.link}>
          <Icon size={17} aria-hidden />
          <span className={styles.label}>{of.words(t)}</span> {children}
        </Link>
      </KeyTip>
    </li>
  );
}

function Search({ palette, on }: { palette: Action<Anywhere>; on: Anywhere }) {
  const { t } = useTranslation(["agent", "common"]);
  const [key] = palette.keys ?? [];
  return (
    <button
      type="button"
      className={styles.search}
      onClick={() => {
        act(palette, on, t);
      }}
    >
      <IconSearch size={17} aria-hidden />
      <span className={styles.label}>{palette.words(t)}</span>
      {key !== undefined && (
        <span className={styles.key}>
          <Keys keys={key} />
        </span>
      )}
    </button>
  );
}
