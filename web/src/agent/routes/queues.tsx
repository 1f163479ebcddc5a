import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { TakeNextButton } from "@/features/assignment/components/take-next-button";
import { useMe } from "@/lib/desk/get-me";
import { useTeams } from "@/lib/desk/list-teams";
import { useWatch } from "@/lib/live-context";

import { filterOf, type QueueFilter } from "@/features/lists/filter";

import { useOpenTicket } from "../split/use-open-ticket";
import { QueueView } from "./queue-view";

const mineRoute = getRouteApi("/shell/lists/mine");
const unassignedRoute = getRouteApi("/shell/lists/unassigned");
const teamRoute = getRouteApi("/shell/lists/teams/$teamId");

/** Another filter closes nothing. */
const beside = (open: string | undefined, filter: QueueFilter) => ({ ...filter, ...(open && { t: open }) });

export function MinePage() {
  const { t } = useTranslation("agent");
  const search = mineRoute.useSearch();
  const open = search.t;
  // An address may say more than a filter knows, and the router leaves it there.
  const filter = filterOf(search);
  const navigate = useNavigate();
  return (
    <QueueView
      key="mine"
      title={t("nav.mine")}
      scope={{ assignee: "me" }}
      showTeam
      filter={filter}
      onFilter={(next) => void navigate({ to: "/mine", search: beside(open, next), replace: true })}
    />
  );
}

export function UnassignedPage() {
  const { t } = useTranslation("agent");
  const search = unassignedRoute.useSearch();
  const open = search.t;
  const filter = filterOf(search);
  const navigate = useNavigate();
  useWatch(...(useTeams().data ?? []).map(({ id }) => `team:${id}`));
  return (
    <QueueView
      key="unassigned"
      title={t("nav.unassigned")}
      scope={{ assignee: "none" }}
      showTeam
      filter={filter}
      onFilter={(next) => void navigate({ to: "/unassigned", search: beside(open, next), replace: true })}
    />
  );
}

export function TeamPage() {
  const { teamId } = teamRoute.useParams();
  const search = teamRoute.useSearch();
  const open = search.t;
  const filter = filterOf(search);
  const navigate = useNavigate();
  const { openTicket } = useOpenTicket();
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
      onFilter={(next) =>
        void navigate({
          ...{ to: "/teams/$teamId", params: { teamId } },
          ...{ search: beside(open, next), replace: true },
        })
      }
    >
      {pulls && <TakeNextButton team={teamId} onTaken={openTicket} />}
    </QueueView>
  );
}
