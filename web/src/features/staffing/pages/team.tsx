import { getRouteApi, Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import type { Roster } from "@/api/settings-types";
import { LevelBadge } from "@/components/badges";
import { Loaded } from "@/components/loaded";
import styles from "@/components/settings/settings-form.module.css";
import { SettingsHead } from "@/components/settings/settings-page";
import { EmptyState } from "@/components/states";
import { useSlaSettings } from "@/lib/desk/get-sla";
import { useMembersOf } from "@/lib/desk/list-members";
import { useTeams } from "@/lib/desk/list-teams";
import { useWatch } from "@/lib/live-context";
import { nameOfFile } from "@/lib/name-of-file";
import { usePageTitle } from "@/lib/page-title";

import { useRoster } from "../api/get-roster";
import { RosterTable } from "../components/roster-table";
import { TeamForm } from "../components/team-form";

const route = getRouteApi("/shell/settings/teams/$teamId");

export function TeamPlanPage() {
  const { t } = useTranslation("settings");
  const { teamId } = route.useParams();
  const roster = useRoster(teamId);
  usePageTitle(roster.data?.name ?? teamId);
  useWatch(`team:${teamId}`);
  return (
    <Loaded of={roster} lines={10} onward={<Link to="/settings/teams">{t("teams.title")}</Link>}>
      {(found) => <TeamPlan key={teamId} roster={found} />}
    </Loaded>
  );
}

function TeamPlan({ roster }: { roster: Roster }) {
  const { t } = useTranslation("settings");
  const teams = useTeams().data ?? [];
  const colleagues = useMembersOf(teams.map(({ id }) => id));
  const calendars = useSlaSettings().data?.calendars ?? [];
  const there = roster.members.filter(({ out }) => out === "").length;
  const nameOf = (id: string) => [...roster.members, ...colleagues].find((one) => one.id === id)?.name ?? id;
  return (
    <>
      <SettingsHead
        title={
          <>
            <bdi>{roster.name}</bdi> <LevelBadge level={roster.level} />
          </>
        }
      >
        <Link to="/teams/$teamId" params={{ teamId: roster.id }}>
          {t("team.queue")}
        </Link>
      </SettingsHead>
      <section className={styles.card} aria-label={t("roster.title")}>
        <h2>{t("roster.title")}</h2>
        <p role="status">
          {t("roster.there", { there, all: roster.members.length })} ·{" "}
          {roster.waiting >= 100 ? t("roster.waitingMany") : t("roster.waiting", { count: roster.waiting })}
        </p>
        {roster.members.length === 0 ? (
          <EmptyState title={t("members.none")} />
        ) : (
          <RosterTable label={t("roster.title")} members={roster.members} nameOf={nameOf} />
        )}
      </section>
      <TeamForm found={roster} teams={teams} calendars={calendars.map(nameOfFile)} colleagues={colleagues} />
    </>
  );
}
