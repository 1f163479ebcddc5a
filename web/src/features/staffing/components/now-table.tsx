import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { QueueNow, Workload } from "@/api/settings-types";
import { useInUse } from "@/lib/in-use";

import { held, inOrder, type Order } from "../now";
import { NowRow } from "./now-row";
import styles from "./now-table.module.css";

interface Props {
  people: readonly Workload[];
  /** All of them, also those that are not shown: tickets can be given to each. */
  everybody: readonly Workload[];
  queues: readonly QueueNow[];
  order: Order;
  plans: boolean;
}

/** A row a person. While a pointer or the keyboard is in it, nobody changes their place. */
export function NowTable({ people, everybody, queues, order, plans }: Props) {
  const { t } = useTranslation("settings");
  const place = useInUse<HTMLTableSectionElement>();
  const wanted = inOrder(people, order).map(({ id }) => id);
  const [shown, setShown] = useState({ order, ids: wanted });
  const ids = place.inUse && shown.order === order ? held(shown.ids, wanted) : wanted;
  if (shown.order !== order || ids.join() !== shown.ids.join()) setShown({ order, ids });
  const byId = new Map(people.map((person) => [person.id, person]));
  const names = new Map(queues.map(({ team, name }) => [team, name]));
  const columns = [
    t("roster.person"),
    t("roster.now"),
    t("now.shift"),
    t("roster.load"),
    t("now.missed"),
    t("now.due"),
    t("now.untouched"),
    t("now.seen"),
  ];
  return (
    <table className={styles.table} aria-label={t("now.title")}>
      <thead>
        <tr>
          {columns.map((words) => (
            <th key={words} scope="col">
              {words}
            </th>
          ))}
          {plans && (
            <th scope="col">
              <span className="visually-hidden">{t("now.actions")}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody {...place.props}>
        {ids.map((id) => {
          const person = byId.get(id);
          return (
            person && (
              <NowRow
                key={id}
                person={person}
                people={everybody}
                teamNames={person.teams.map((team) => names.get(team) ?? team).join(", ")}
                plans={plans}
                columns={columns.length + (plans ? 1 : 0)}
              />
            )
          );
        })}
      </tbody>
    </table>
  );
}
