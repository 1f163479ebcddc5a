import { getRouteApi, Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import type { Person, PlannedAvailability } from "@/api/settings-types";
import { Loaded } from "@/components/loaded";
import { SettingsHead } from "@/components/settings/settings-page";
import { useMe } from "@/lib/desk/get-me";
import { useMembersOf } from "@/lib/desk/list-members";
import { useTeams } from "@/lib/desk/list-teams";
import { usePageTitle } from "@/lib/page-title";

import { useAvailability } from "../api/get-availability";
import { usePerson } from "@/lib/desk/get-person";
import { Account } from "../components/account";
import { AvailabilityForm } from "../components/availability-form";

const route = getRouteApi("/shell/settings/people/$personId");

export function PersonPage() {
  const { t } = useTranslation("settings");
  const { personId } = route.useParams();
  const person = usePerson(personId);
  const plan = useAvailability(personId);
  usePageTitle(person.data?.name ?? personId);
  return (
    <Loaded of={person} lines={10} onward={<Link to="/settings/teams">{t("teams.title")}</Link>}>
      {(who) => (
        <Loaded of={plan} lines={10}>
          {(found) => <Plan key={personId} person={who} plan={found} />}
        </Loaded>
      )}
    </Loaded>
  );
}

function Plan({ person, plan }: { person: Person; plan: PlannedAvailability }) {
  const teams = useTeams().data ?? [];
  const me = useMe().data;
  const works = person.active && person.role !== "requester";
  // A substitute works in a team of theirs: from another team they could not go on with the tickets.
  const colleagues = useMembersOf(person.teams).filter(({ id }) => id !== person.id);
  const own = teams.filter(({ id }) => person.teams.includes(id));
  return (
    <>
      <SettingsHead title={person.name}>
        <bdi>{person.email}</bdi>
        {own.map((team) => (
          <span key={team.id}>
            {" · "}
            <Link to="/settings/teams/$teamId" params={{ teamId: team.id }}>
              <bdi>{team.name}</bdi>
            </Link>
          </span>
        ))}
      </SettingsHead>
      {works && <AvailabilityForm person={person} found={plan} colleagues={colleagues} />}
      {me?.role === "admin" && me.id !== person.id && (
        <Account person={person} teams={own.map(({ name }) => name)} />
      )}
    </>
  );
}
