import { getRouteApi, Link } from "@tanstack/react-router";
import { useMemo } from "react";

import type { Person, PlannedAvailability } from "@/api/settings-types";
import { ErrorState, Loading } from "@/components/states";
import { useAvailability } from "@/features/staffing/api/get-availability";
import { usePerson } from "@/features/staffing/api/get-person";
import { usePlanAvailability } from "@/features/staffing/api/plan-availability";
import { AvailabilityForm } from "@/features/staffing/components/availability-form";
import { personPlan, personValues } from "@/features/staffing/person-values";
import { useMembersOf } from "@/lib/desk/list-members";
import { useTeams } from "@/lib/desk/list-teams";
import { useEdit } from "@/lib/edit";

import { usePageTitle } from "../../page-title";
import { UnsavedGuard } from "../../unsaved";
import { useSaved } from "./saved";
import styles from "./settings.module.css";

const route = getRouteApi("/shell/settings/people/$personId");

export function PersonPage() {
  const { personId } = route.useParams();
  const person = usePerson(personId);
  const plan = useAvailability(personId);
  usePageTitle(person.data?.name ?? personId);
  if (person.data === undefined || plan.data === undefined) {
    const error = person.error ?? plan.error;
    if (error === null) return <Loading lines={10} />;
    const retry = () => {
      void person.refetch();
      void plan.refetch();
    };
    return <ErrorState error={error} onRetry={retry} />;
  }
  return <Plan key={personId} person={person.data} plan={plan.data} />;
}

function Plan({ person, plan }: { person: Person; plan: PlannedAvailability }) {
  const teams = useTeams().data ?? [];
  // A substitute works in a team of theirs: from another team they could not go on with the tickets.
  const colleagues = useMembersOf(person.teams).filter(({ id }) => id !== person.id);
  const planning = usePlanAvailability(person.id);
  const edit = useEdit(
    useMemo(() => personValues(plan, person.timezone), [plan, person.timezone]),
    plan.revision,
  );
  const onSuccess = useSaved(edit, (saved: PlannedAvailability) => personValues(saved, person.timezone));
  const save = () => {
    planning.mutate({ plan: personPlan(edit.value), revision: edit.revision }, { onSuccess });
  };
  const nameOf = (id: string) =>
    id === person.id ? person.name : (colleagues.find((one) => one.id === id)?.name ?? id);
  const own = teams.filter(({ id }) => person.teams.includes(id));
  return (
    <>
      <header className={styles.head}>
        <h1>{person.name}</h1>
        <p>
          {person.email}
          {own.map((team) => (
            <span key={team.id}>
              {" · "}
              <Link to="/settings/teams/$teamId" params={{ teamId: team.id }}>
                {team.name}
              </Link>
            </span>
          ))}
        </p>
      </header>
      <AvailabilityForm
        edit={edit}
        colleagues={colleagues}
        nameOf={nameOf}
        busy={planning.isPending}
        error={planning.error}
        onSave={save}
      />
      <UnsavedGuard dirty={edit.dirty} />
    </>
  );
}
