import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { TakeNextButton } from "@/features/assignment/components/take-next-button";
import { useMe } from "@/lib/desk/get-me";
import { useTeams } from "@/lib/desk/list-teams";
import { useWatch } from "@/lib/live-context";

import { QueueView } from "./queue-view";

const mineRoute = getRouteApi("/shell/mine");
const unassignedRoute = getRouteApi("/shell/unassigned");
const teamRoute = getRouteApi("/shell/teams/$teamId");

export function MinePage() {
  const { t } = useTranslation("agent");
  const filter = mineRoute.useSearch();
  const navigate = useNavigate();
  return (
    <QueueView
      key="mine"
      title={t("nav.mine")}
      scope={{ assignee: "me" }}
      showTeam
      filter={filter}
      onFilter={(search) => void navigate({ to: "/mine", search, replace: true })}
    />
  );
}

export function UnassignedPage() {
  const { t } = useTranslation("agent");
  const filter = unassignedRoute.useSearch();
  const navigate = useNavigate();
  useWatch(...(useTeams().data ?? []).map(({ id }) => `team:${id}`));
  return (
    <QueueView
      key="unassigned"
      title={t("nav.unassigned")}
      scope={{ assignee: "none" }}
      showTeam
      filter={filter}
      onFilter={(search) => void navigate({ to: "/unassigned", search, replace: true })}
    />
  );
}

export function TeamPage() {
  const { teamId } = teamRoute.useParams();
  const filter = teamRoute.useSearch();
  const navigate = useNavigate();
  const team = useTeams().data?.find(({ id }) => id === teamId);
  const own = useMe().data?.teams.includes(teamId) === true;
  const pulls = own && team?.strategy === "manual_pull";
  useWatch(`team:${teamId}`);
  return (
    <QueueView
      key={teamId}
      title={team?.name ?? teamId}
      level={team?.level}
      scope={{ team: teamId }}
      showTeam={false}
      filter={filter}
      onFilter={(search) =>
        void navigate({ to: "/teams/$teamId", params: { teamId }, search, replace: true })
      }
    >
      {pulls && (
        <TakeNextButton
          team={teamId}
          onTaken={(ticketId) => void navigate({ to: "/tickets/$ticketId", params: { ticketId } })}
        />
      )}
    </QueueView>
  );
}
