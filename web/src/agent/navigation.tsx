import { Menu } from "@mantine/core";
import {
  IconAdjustments,
  IconChevronUp,
  IconBell,
  IconInbox,
  IconKeyboard,
  IconLogout,
  IconMail,
  IconPlus,
  IconSettings,
  IconUser,
  IconUsers,
  IconWorld,
} from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { Me, Team } from "@/api/types";
import { Brand } from "@/components/brand";
import { Keys, KeyTip } from "@/components/key-tip";
import { Preferences } from "@/components/preferences";
import { StatusSwitch } from "@/features/assignment/components/status-switch";
import { useInboxCount } from "@/features/inbox/api/inbox";
import { useQueueCount, type QueueScope } from "@/features/lists/api/list-tickets";
import { useOutbox } from "@/features/tickets/outbox";
import { useBranding } from "@/lib/branding";
import { choosable, useTeams } from "@/lib/desk/list-teams";
import { useConnection, useFallbackPolling } from "@/lib/live-context";
import { isLead } from "@/lib/ticket-parts";

import { anywhere } from "./actions";
import styles from "./navigation.module.css";
import { session } from "./session";

interface Props {
  me: Me;
  onHelp: () => void;
  onOutbox: () => void;
}

export function Navigation({ me, onHelp, onOutbox }: Props) {
  const { t } = useTranslation(["agent", "common"]);
  const { name } = useBranding();
  const teams = choosable(useTeams().data ?? []);
  const own = teams.filter((team) => me.teams.includes(team.id));
  const others = teams.filter((team) => !me.teams.includes(team.id));
  return (
    <div className={styles.nav}>
      <div className={styles.brand}>
        <Brand name={name} />
      </div>
      <KeyTip of={anywhere.new}>
        <Link to="/new" className={styles.create}>
          <IconPlus size={17} aria-hidden /> {anywhere.new.words(t)}
        </Link>
      </KeyTip>
      <nav aria-label={t("nav.label")} className={styles.lists}>
        <ul>
          <li>
            <KeyTip of={anywhere.inbox}>
              <Link to="/inbox" className={styles.link}>
                <IconBell size={17} aria-hidden /> {anywhere.inbox.words(t)}
                <InboxCount />
              </Link>
            </KeyTip>
          </li>
          <li>
            <KeyTip of={anywhere.mine}>
              <Link to="/mine" className={styles.link}>
                <IconUser size={17} aria-hidden /> {anywhere.mine.words(t)}
                <Count scope={{ assignee: "me" }} />
              </Link>
            </KeyTip>
          </li>
          <li>
            <KeyTip of={anywhere.unassigned}>
              <Link to="/unassigned" className={styles.link}>
                <IconInbox size={17} aria-hidden /> {anywhere.unassigned.words(t)}
                <Count scope={{ assignee: "none" }} />
              </Link>
            </KeyTip>
          </li>
        </ul>
        <TeamLinks heading={t("nav.teams")} teams={own} />
        <TeamLinks heading={own.length > 0 ? t("nav.otherTeams") : t("nav.teams")} teams={others} />
        {isLead(me) && (
          <ul className={styles.settings}>
            <li>
              <KeyTip of={anywhere.settings}>
                <Link to="/settings" className={styles.link}>
                  <IconSettings size={17} aria-hidden /> {anywhere.settings.words(t)}
                </Link>
              </KeyTip>
            </li>
          </ul>
        )}
      </nav>
      <ConnectionLine onOutbox={onOutbox} />
      <StatusSwitch />
      <Account me={me} onHelp={onHelp} />
    </div>
  );
}

function TeamLinks({ heading, teams }: { heading: string; teams: readonly Team[] }) {
  if (teams.length === 0) return null;
  return (
    <>
      <h2 className={styles.heading}>{heading}</h2>
      <ul>
        {teams.map((team) => (
          <li key={team.id}>
            <Link to="/teams/$teamId" params={{ teamId: team.id }} className={styles.link}>
              <IconUsers size={17} aria-hidden /> <bdi>{team.name}</bdi>
              <span className={styles.level}>{team.level}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The service counts no further. */
const MANY = 100;

function InboxCount() {
  const count = useInboxCount(useFallbackPolling());
  return count > 0 && <Counted count={count} more={count >= MANY} />;
}

function Count({ scope }: { scope: QueueScope }) {
  const counted = useQueueCount(scope, useFallbackPolling());
  return counted !== null && counted.count > 0 && <Counted {...counted} />;
}

const Counted = ({ count, more }: { count: number; more: boolean }) => (
  <span className={styles.count}>
    {count}
    {more && "+"}
  </span>
);

function ConnectionLine({ onOutbox }: { onOutbox: () => void }) {
  const { t } = useTranslation("agent");
  const connection = useConnection();
  const waiting = useOutbox().length;
  return (
    <div className={styles.live}>
      <span className={`${styles.dot} ${styles[connection]}`} aria-hidden="true" />
      <span role="status">{t(`live.${connection}`)}</span>
      {waiting > 0 && (
        <button type="button" className={styles.outbox} onClick={onOutbox}>
          {t("outbox.waiting", { count: waiting })}
        </button>
      )}
    </div>
  );
}

function Account({ me, onHelp }: { me: Me; onHelp: () => void }) {
  const { t } = useTranslation(["agent", "common"]);
  const { local } = useBranding();
  const item = (icon: ReactNode, label: string, href: string) => (
    <Menu.Item leftSection={icon} component="a" href={href}>
      {label}
    </Menu.Item>
  );
  return (
    <Menu position="top-start" width={236} withinPortal>
      <Menu.Target>
        <button type="button" className={styles.account}>
          <span className="visually-hidden">{t("agent:nav.account")}</span>
          <span className={styles.who}>
            <strong>
              <bdi>{me.name}</bdi>
            </strong>
            <span>
              <bdi>{me.email}</bdi>
            </span>
          </span>
          <IconChevronUp size={16} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={styles.preferences}>
          <Preferences />
        </div>
        <Menu.Divider />
        <Menu.Item leftSection={<IconAdjustments size={16} />} component={Link} to="/me">
          {t("agent:nav.own")}
        </Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={16} />} rightSection={<Keys keys="?" />} onClick={onHelp}>
          {anywhere.help.words(t)}
        </Menu.Item>
        {item(<IconWorld size={16} />, t("agent:nav.portal"), "/")}
        {local && item(<IconMail size={16} />, t("agent:nav.mailbox"), "/local/mail")}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void session.signOut()}>
          {t("common:signOut")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
