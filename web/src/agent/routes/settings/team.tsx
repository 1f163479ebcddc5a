import { getRouteApi, Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";

import type { Roster } from "@/api/settings-types";
import { LevelBadge } from "@/components/badges";
import { EmptyState, ErrorState, Loading } from "@/components/states";
import { useRoster } from "@/features/staffing/api/get-roster";
import { usePlanTeam } from "@/features/staffing/api/plan-team";
import { RosterTable } from "@/features/staffing/components/roster-table";
import { TeamForm } from "@/features/staffing/components/team-form";
import { teamPlan, teamValues } from "@/features/staffing/team-values";
import { useSlaSettings } from "@/lib/desk/get-sla";
import { useMembersOf } from "@/lib/desk/list-members";
import { useTeams } from "@/lib/desk/list-teams";
import { useEdit } from "@/lib/edit";
import { useWatch } from "@/lib/live-context";

import { usePageTitle } from "../../page-title";
import { UnsavedGuard } from "../../unsaved";
import { PersonLink } from "./links";
import { useSaved } from "./saved";
import styles from "./settings.module.css";

const route = getRouteApi("/shell/settings/teams/$teamId");

export function TeamPlanPage() {
  const { teamId } = route.useParams();
  const roster = useRoster(teamId);
  usePageTitle(roster.data?.name ?? teamId);
  useWatch(`team:${teamId}`);
  if (roster.data === undefined) {
    if (roster.error === null) return <Loading lines={10} />;
    return <ErrorState error={roster.error} onRetry={() => void roster.refetch()} />;
  }
  return <TeamPlan key={teamId} roster={roster.data} />;
}

function TeamPlan({ roster }: { roster: Roster }) {
  const { t } = useTranslation("settings");
  const teams = useTeams().data ?? [];
  const colleagues = useMembersOf(teams.map(({ id }) => id));
  const calendars = useSlaSettings().data?.calendars ?? [];
  const planning = usePlanTeam(roster.id);
  const edit = useEdit(
    useMemo(() => teamValues(roster), [roster]),
    roster.revision,
  );
  const onSuccess = useSaved(edit, teamValues);
  const save = () => {
    planning.mutate({ plan: teamPlan(edit.value), revision: edit.revision }, { onSuccess });
  };
  const there = roster.members.filter(({ out }) => out === "").length;
  const nameOf = (id: string) => [...roster.members, ...colleagues].find((one) => one.id === id)?.name ?? id;
  return (
    <>
      <header className={styles.head}>
        <h1>
          {roster.name} <LevelBadge level={roster.level} />
        </h1>
        <p>
          <Link to="/teams/$teamId" params={{ teamId: roster.id }}>
            {t("team.queue")}
          </Link>
        </p>
      </header>
      <section className={styles.card} aria-label={t("roster.title")}>
        <h2>{t("roster.title")}</h2>
        <p role="status">
          {t("roster.there", { there, all: roster.members.length })} ·{" "}
          {roster.waiting >= 100 ? t("roster.waitingMany") : t("roster.waiting", { count: roster.waiting })}
        </p>
        {roster.members.length === 0 ? (
          <EmptyState title={t("members.none")} />
        ) : (
          <RosterTable
            label={t("roster.title")}
            members={roster.members}
            nameOf={nameOf}
            PersonLink={PersonLink}
          />
        )}
      </section>
      <TeamForm
        edit={edit}
        id={roster.id}
        teams={teams}
        calendars={calendars.map((file) => ({
          id: String(file.id),
          name: typeof file.name === "string" ? file.name : String(file.id),
        }))}
        colleagues={colleagues}
        busy={planning.isPending}
        error={planning.error}
        onSave={save}
      />
      <UnsavedGuard dirty={edit.dirty} />
    </>
  );
}
