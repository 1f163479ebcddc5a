import { Select } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { TeamNow } from "@/api/settings-types";
import { Loaded } from "@/components/loaded";
import { EmptyState } from "@/components/states";
import { useMe } from "@/lib/desk/get-me";
import { useWatch } from "@/lib/live-context";
import { usePageTitle } from "@/lib/page-title";
import { isLead } from "@/lib/ticket-parts";

import { useTeamNow } from "../api/get-team-now";
import { NowQueues } from "../components/now-queues";
import { NowTable } from "../components/now-table";
import { ORDERS, type Order } from "../now";
import styles from "./team-now.module.css";

/** Who is there and has how much: all teams for leads, for others their own. */
export function TeamNowPage() {
  const { t } = useTranslation("settings");
  usePageTitle(t("now.title"));
  const found = useTeamNow();
  useWatch(...(found.data?.teams ?? []).map(({ team }) => `team:${team}`));
  return (
    <div className={styles.page}>
      <Loaded of={found} lines={10} whole>
        {(now) =>
          now.people.length === 0 ? (
            <EmptyState whole title={t("now.empty")} text={t("now.emptyText")} />
          ) : (
            <Shown now={now} />
          )
        }
      </Loaded>
    </div>
  );
}

const ALL = "";

function Shown({ now }: { now: TeamNow }) {
  const { t } = useTranslation("settings");
  const me = useMe().data;
  const [order, setOrder] = useState<Order>("load");
  const [team, setTeam] = useState(ALL);
  const people = now.people.filter(({ teams }) => team === ALL || teams.includes(team));
  const there = people.filter(({ out }) => out === "").length;
  return (
    <>
      <header className={styles.head}>
        <h1>{t("now.title")}</h1>
        <p role="status">{t("roster.there", { there, all: people.length })}</p>
        <div className={styles.tools}>
          {now.teams.length > 1 && (
            <Select
              size="xs"
              aria-label={t("now.team")}
              allowDeselect={false}
              data={[
                { value: ALL, label: t("now.allTeams") },
                ...now.teams.map((one) => ({ value: one.team, label: one.name })),
              ]}
              value={team}
              onChange={(wanted) => {
                setTeam(wanted ?? ALL);
              }}
            />
          )}
          <Select
            size="xs"
            aria-label={t("now.order")}
            allowDeselect={false}
            data={ORDERS.map((one) => ({ value: one, label: t(`now.by.${one}`) }))}
            value={order}
            onChange={(wanted) => {
              if (wanted !== null) setOrder(wanted);
            }}
          />
        </div>
      </header>
      <NowQueues queues={now.teams.filter((one) => team === ALL || one.team === team)} />
      <NowTable
        people={people}
        everybody={now.people}
        queues={now.teams}
        order={order}
        plans={me !== undefined && isLead(me)}
      />
    </>
  );
}
