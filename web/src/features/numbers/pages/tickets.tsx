import { Link, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import type { FigureTickets } from "@/api/settings-types";
import { StateBadge } from "@/components/badges";
import { Loaded } from "@/components/loaded";
import { MoreButton } from "@/components/more-button";
import { EmptyState } from "@/components/states";
import { TicketLink } from "@/components/ticket-link";
import { useAllOrganizations } from "@/lib/desk/list-organizations";
import { useMe } from "@/lib/desk/get-me";
import { useTeams } from "@/lib/desk/list-teams";
import { usePageTitle } from "@/lib/page-title";
import { productNow } from "@/lib/product-clock";
import { dateInWords } from "@/lib/time-format";
import { useWords } from "@/lib/words";

import { askedFor, figuredBy, type Listed } from "../address";
import { useBehind, type BehindQuery } from "../api/list-behind";
import table from "../components/tables.module.css";
import { valueText } from "../values";
import { keyOf, nameOf } from "../words";
import styles from "./figures.module.css";

/** What is asked, of an address that anybody can write. */
function askedOf(listed: Listed, zone: string): BehindQuery {
  const whole = askedFor(listed, productNow(), zone);
  const { figure = "created", group, key } = listed;
  return {
    ...{ ...whole, figure, from: listed.from ?? whole.from, to: listed.to ?? whole.to },
    ...(group !== undefined && { group }),
    ...(key !== undefined && { key }),
  };
}

/** The tickets that a figure counted, as they are now. */
export function FigureTicketsPage() {
  const { t, i18n } = useTranslation("settings");
  const listed = useSearch({ from: "/shell/figures/tickets" });
  const me = useMe().data;
  const asked = askedOf(listed, me?.timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone);
  const pages = useBehind(listed.report ?? "flow", asked);
  const name = nameOf(t, asked.figure);
  const title = t("figures.tickets.title", { name });
  usePageTitle(title);
  const first = pages.data?.pages[0];
  const from = dateInWords(asked.from, i18n.language);
  const to = dateInWords(asked.to, i18n.language);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{title}</h1>
        <p role="status">{first !== undefined && t("figures.tickets.total", { total: first.total })}</p>
      </header>
      <p>
        {t("figures.tickets.days", { from, to })} <Narrowed listed={listed} />
        <br />
        {i18n.language === "de" ? first?.sentence.de : first?.sentence.en}
      </p>
      <p>
        <Link to="/figures" search={figuredBy({ ...listed })}>
          {t("figures.tickets.back")}
        </Link>
      </p>
      <Loaded of={pages} lines={6}>
        {({ pages: found }) => <Rows found={found} name={name} />}
      </Loaded>
      <MoreButton pages={pages}>{t("figures.tickets.more")}</MoreButton>
    </div>
  );
}

/** Which line of a group it is. */
function Narrowed({ listed }: { listed: Listed }) {
  const { t } = useTranslation("settings");
  const words = useWords();
  const teams = useTeams().data ?? [];
  const organizations = useAllOrganizations().data ?? [];
  const group = listed.group;
  const key = listed.key ?? null;
  if (group === undefined) return null;
  const known = group === "team" ? teams : group === "organization" ? organizations : [];
  const called = known.find(({ id }) => id === key)?.name ?? key ?? "";
  const line = { key, name: called };
  return (
    <>
      · {t(`figures.group.${group as "team"}`)}: <bdi>{keyOf(t, words, group, line)}</bdi>
    </>
  );
}

function Rows({ found, name }: { found: readonly FigureTickets[]; name: string }) {
  const { t, i18n } = useTranslation("settings");
  const items = found.flatMap((page) => page.items);
  const unit = found[0]?.unit ?? "count";
  if (items.length === 0) {
    return <EmptyState title={t("figures.tickets.none")} text={t("figures.tickets.noneText")} />;
  }
  return (
    <section className={table.scroll}>
      <table className={`${table.table} ${table.words}`}>
        <caption>{t("figures.tickets.title", { name })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("figures.tickets.ticket")}</th>
            <th scope="col">{t("figures.tickets.subject")}</th>
            <th scope="col">{t("figures.tickets.state")}</th>
            <th scope="col">{t("figures.tickets.assignee")}</th>
            <th scope="col">{t(`figures.tickets.value.${unit}`)}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ ticket, value }) => (
            <tr key={ticket.id}>
              <th scope="row">
                <TicketLink id={ticket.id}>{ticket.id}</TicketLink>
              </th>
              <td>
                <bdi>{ticket.subject}</bdi>
              </td>
              <td>
                <StateBadge state={ticket.state} phase={ticket.phase} />
              </td>
              <td>
                <bdi>{ticket.assignee?.name ?? t("figures.tickets.nobody")}</bdi>
              </td>
              <td>{valueText(value, unit, i18n.language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
