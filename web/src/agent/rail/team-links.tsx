import { useLocalStorage } from "@mantine/hooks";
import { IconChevronDown } from "@tabler/icons-react";
import { Link, useRouterState } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import type { Me, Team } from "@/api/types";
import { choosable, useTeams } from "@/lib/desk/list-teams";
import { initials } from "@/lib/initials";

import styles from "./rail.module.css";

/** One's own teams; the others are folded until one wants them, or is at one of them. */
export function TeamLinks({ me }: { me: Me }) {
  const { t } = useTranslation("agent");
  const teams = choosable(useTeams().data ?? []);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const [open, setOpen] = useLocalStorage({
    key: "helpdesk.other-teams",
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  const own = teams.filter((team) => me.teams.includes(team.id));
  const others = teams.filter((team) => !me.teams.includes(team.id));
  if (own.length === 0) return <Teams heading={t("nav.teams")} teams={others} />;
  const shown = open || others.some(({ id }) => path === `/teams/${id}`);
  return (
    <>
      <Teams heading={t("nav.teams")} teams={own} />
      {others.length > 0 && (
        <>
          <button
            type="button"
            className={styles.fold}
            aria-expanded={shown}
            onClick={() => {
              setOpen(!shown);
            }}
          >
            <span className={styles.label}>{t("nav.otherTeams")}</span>
            <IconChevronDown size={14} aria-hidden />
          </button>
          {shown && <TeamList teams={others} />}
        </>
      )}
    </>
  );
}

function Teams({ heading, teams }: { heading: string; teams: readonly Team[] }) {
  if (teams.length === 0) return null;
  return (
    <>
      <h2 className={styles.heading}>
        <span className={styles.label}>{heading}</span>
      </h2>
      <TeamList teams={teams} />
    </>
  );
}

const TeamList = ({ teams }: { teams: readonly Team[] }) => (
  <ul>
    {teams.map((team) => (
      <li key={team.id}>
        <Link to="/teams/$teamId" params={{ teamId: team.id }} className={styles.link}>
          <span className={styles.initials} aria-hidden="true">
            {initials(team.name)}
          </span>
          <bdi className={styles.label}>{team.name}</bdi>
          <span className={styles.level}>{team.level}</span>
        </Link>
      </li>
    ))}
  </ul>
);
