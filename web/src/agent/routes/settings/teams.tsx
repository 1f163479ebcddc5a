import { Button } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { LevelBadge } from "@/components/badges";
import { EmptyState, ErrorState, Loading } from "@/components/states";
import { NewTeam } from "@/features/staffing/components/new-team";
import { useTeams } from "@/lib/desk/list-teams";

import { usePageTitle } from "../../page-title";
import styles from "./settings.module.css";

export function TeamsPage() {
  const { t } = useTranslation("settings");
  usePageTitle(t("teams.title"));
  const teams = useTeams();
  const navigate = useNavigate();
  const [adding, setAdding] = useState(false);
  const content = () => {
    if (teams.data === undefined) {
      if (teams.error === null) return <Loading lines={6} />;
      return <ErrorState error={teams.error} onRetry={() => void teams.refetch()} />;
    }
    if (teams.data.length === 0) return <EmptyState title={t("teams.none")} />;
    return (
      <ul className={styles.teams}>
        {teams.data.map((team) => (
          <li key={team.id} className={styles.team}>
            <span>
              <Link to="/settings/teams/$teamId" params={{ teamId: team.id }}>
                {team.name}
              </Link>{" "}
              <LevelBadge level={team.level} />
            </span>
            <p>{team.topic}</p>
          </li>
        ))}
      </ul>
    );
  };
  return (
    <>
      <header className={styles.head}>
        <h1>{t("teams.title")}</h1>
        <p>{t("teams.text")}</p>
      </header>
      {adding ? (
        <NewTeam
          taken={teams.data?.map(({ id }) => id) ?? []}
          onCreated={(teamId) => void navigate({ to: "/settings/teams/$teamId", params: { teamId } })}
          onCancel={() => {
            setAdding(false);
          }}
        />
      ) : (
        <div>
          <Button
            variant="default"
            onClick={() => {
              setAdding(true);
            }}
          >
            {t("teams.new")}
          </Button>
        </div>
      )}
      {content()}
    </>
  );
}
