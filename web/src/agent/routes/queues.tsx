import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { TakeNextButton } from "@/features/assignment/components/take-next-button";
import { listedBy, type Listed } from "@/features/lists/address";
import { filterOf } from "@/features/lists/filter";
import { useMe } from "@/lib/desk/get-me";
import { useTeams } from "@/lib/desk/list-teams";
import { useWatch } from "@/lib/live-context";

import { useOpenTicket } from "../split/use-open-ticket";
import { QueueView } from "./queue-view";

const mineRoute = getRouteApi("/shell/lists/mine");
const unassignedRoute = getRouteApi("/shell/lists/unassigned");
const teamRoute = getRouteApi("/shell/lists/teams/$teamId");

interface Address extends Listed {
  /** Another filter, or order, closes nothing. */
  t?: string;
}

/** An address may say more than a queue knows, and the router leaves it there. */
function asked(search: Address, go: (search: Address) => void) {
  const beside = search.t === undefined ? {} : { t: search.t };
  return {
    filter: filterOf({ ...search }),
    order: search.order ?? "due",
    onAsked: (next: Listed) => {
      go({ ...listedBy({ ...next }), ...beside });
    },
  };
}

export function MinePage() {
  const { t } = useTranslation("agent");
  const navigate = useNavigate();
  const queue = asked(
    mineRoute.useSearch(),
    (search) => void navigate({ to: "/mine", search, replace: true }),
  );
  return <QueueView key="mine" title={t("nav.mine")} scope={{ assignee: "me" }} showTeam {...queue} />;
}

export function UnassignedPage() {
  const { t } = useTranslation("agent");
  const navigate = useNavigate();
  const queue = asked(
    unassignedRoute.useSearch(),
    (search) => void navigate({ to: "/unassigned", search, replace: true }),
  );
  useWatch(...(useTeams().data ?? []).map(({ id }) => `team:${id}`));
  return (
    <QueueView
      key="unassigned"
      title={t("nav.unassigned")}
      scope={{ assignee: "none" }}
      showTeam
      {...queue}
    />
  );
}

export function TeamPage() {
  const { teamId } = teamRoute.useParams();
  const navigate = useNavigate();
  const queue = asked(
    teamRoute.useSearch(),
    (search) => void navigate({ to: "/teams/$teamId", params: { teamId }, search, replace: true }),
  );
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
      {...queue}
    >
      {pulls && <TakeNextButton team={teamId} onTaken={openTicket} />}
    </QueueView>
  );
}
