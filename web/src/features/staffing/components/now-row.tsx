import { ActionIcon, Menu } from "@mantine/core";
import { IconChevronRight, IconDots } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";

import type { Workload } from "@/api/settings-types";
import { Time } from "@/components/time";
import { initials } from "@/lib/initials";

import { AbsentDialog } from "./absent-dialog";
import { LoadBar } from "./load-bar";
import { NowTickets } from "./now-tickets";
import styles from "./now-table.module.css";
import { PresenceDot } from "./presence-dot";
import { usePresenceWords } from "./roster-table";
import { ShiftBar } from "./shift-bar";

interface Props {
  person: Workload;
  people: readonly Workload[];
  teamNames: string;
  /** May plan when others are there. */
  plans: boolean;
  columns: number;
}

export function NowRow({ person, people, teamNames, plans, columns }: Props) {
  const { t } = useTranslation("settings");
  const [open, setOpen] = useState(false);
  const place = useId();
  return (
    <>
      <tr className={styles.row}>
        <th scope="row">
          <button
            type="button"
            className={styles.person}
            aria-expanded={open}
            aria-controls={open ? place : undefined}
            onClick={() => {
              setOpen(!open);
            }}
          >
            <IconChevronRight size={16} aria-hidden className={styles.chevron} />
            <span className={styles.avatar} aria-hidden="true">
              {initials(person.name)}
            </span>
            <span className={styles.name}>
              <bdi>{person.name}</bdi>
              <span className={styles.quiet}>
                {teamNames}
                {person.external && ` · ${t("roster.external")}`}
              </span>
            </span>
          </button>
        </th>
        <td data-label={t("roster.now")}>
          <Presence person={person} nameOf={(id) => people.find((one) => one.id === id)?.name ?? id} />
        </td>
        <td data-label={t("now.shift")}>
          <ShiftBar shifts={person.shifts} />
        </td>
        <td data-label={t("roster.load")}>
          <LoadBar of={person} />
        </td>
        <td data-label={t("now.missed")}>
          <Count count={person.missed} more={person.more_due} tone={styles.bad} />
        </td>
        <td data-label={t("now.due")}>
          <Count count={person.due} more={person.more_due} tone={styles.warn} />
        </td>
        <td data-label={t("now.untouched")}>
          {person.untouched === null ? (
            <span className={styles.none}>–</span>
          ) : (
            <>
              <Time at={person.untouched} relative />
              {person.more && <span className={styles.quiet}>{t("now.orLonger")}</span>}
            </>
          )}
        </td>
        <td data-label={t("now.seen")}>
          <Seen person={person} />
        </td>
        {plans && (
          <td className={styles.actions}>
            <Actions person={person} people={people} />
          </td>
        )}
      </tr>
      {open && (
        <tr id={place} className={styles.opened}>
          <td colSpan={columns}>
            <NowTickets of={person} people={people} />
          </td>
        </tr>
      )}
    </>
  );
}

function Presence({ person, nameOf }: { person: Workload; nameOf: (id: string) => string }) {
  const { t } = useTranslation("settings");
  const words = usePresenceWords();
  return (
    <>
      <PresenceDot out={person.out} />
      {words(person.out)}
      {person.away_until !== null ? (
        <span className={styles.quiet}>
          {t("roster.until")} <Time at={person.away_until} />
          {person.substitute !== null && (
            <> · {t("roster.substitute", { name: nameOf(person.substitute) })}</>
          )}
        </span>
      ) : (
        person.since !== null &&
        person.out !== "off_shift" && (
          <span className={styles.quiet}>
            {t("now.since")} <Time at={person.since} />
          </span>
        )
      )}
    </>
  );
}

function Seen({ person }: { person: Workload }) {
  const { t } = useTranslation("settings");
  if (person.connected) return <>{t("now.here")}</>;
  if (person.seen_at === null) return <span className={styles.none}>{t("now.notYet")}</span>;
  return <Time at={person.seen_at} relative />;
}

function Count({ count, more, tone }: { count: number; more: boolean; tone: string | undefined }) {
  const { t } = useTranslation("settings");
  if (count === 0 && !more) return <span className={styles.none}>0</span>;
  return <strong className={tone}>{more ? t("now.atLeast", { count }) : count}</strong>;
}

function Actions({ person, people }: { person: Workload; people: readonly Workload[] }) {
  const { t } = useTranslation("settings");
  const [absent, setAbsent] = useState(false);
  const colleagues = people.filter(
    ({ id, teams }) => id !== person.id && teams.some((team) => person.teams.includes(team)),
  );
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={t("now.actionsOf", { name: person.name })}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {person.out !== "absent" && (
            <Menu.Item
              onClick={() => {
                setAbsent(true);
              }}
            >
              {t("now.absentAsk")}
            </Menu.Item>
          )}
          <Menu.Item
            renderRoot={(props) => (
              <Link {...props} to="/settings/people/$personId" params={{ personId: person.id }} />
            )}
          >
            {t("now.plan")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {absent && (
        <AbsentDialog
          person={person}
          colleagues={colleagues}
          onClose={() => {
            setAbsent(false);
          }}
        />
      )}
    </>
  );
}
