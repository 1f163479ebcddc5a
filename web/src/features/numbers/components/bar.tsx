import { SegmentedControl, Select, Switch } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { CHANNELS, PRIORITIES } from "@/api/types";
import { useMe } from "@/lib/desk/get-me";
import { useMembersOf } from "@/lib/desk/list-members";
import { useAllOrganizations } from "@/lib/desk/list-organizations";
import { useTeams } from "@/lib/desk/list-teams";
import { isLead } from "@/lib/ticket-parts";
import { clockAt } from "@/lib/time-format";
import { useWords } from "@/lib/words";

import { PAGES, PERIODS, type Figured } from "../address";
import styles from "../pages/figures.module.css";

type Part = { [Name in keyof Figured]?: Figured[Name] | undefined };

interface Props {
  chosen: Figured;
  asOf: string | null;
  zone: string;
}

const ALL = "";

/** What is counted: which page, over what time, and of which tickets. It stands in the address. */
export function Bar({ chosen, asOf, zone }: Props) {
  const { t, i18n } = useTranslation("settings");
  const navigate = useNavigate();
  const choose = (part: Part) => {
    const next = Object.fromEntries(
      Object.entries({ ...chosen, ...part }).filter(([, value]) => Boolean(value)),
    );
    void navigate({ to: "/figures", search: next, replace: true });
  };
  return (
    <header className={styles.head}>
      <h1>{t("figures.title")}</h1>
      <p role="status">
        {asOf !== null && t("figures.asOf", { time: clockAt(Date.parse(asOf), zone, i18n.language) })}
      </p>
      <SegmentedControl
        size="xs"
        className={styles.pages}
        aria-label={t("figures.page")}
        data={PAGES.map((one) => ({ value: one, label: t(`figures.pages.${one}`) }))}
        value={chosen.page ?? "sla"}
        onChange={(page) => {
          choose({ page });
        }}
      />
      <div className={styles.tools}>
        <Select
          size="xs"
          aria-label={t("figures.period")}
          allowDeselect={false}
          data={PERIODS.map((one) => ({ value: one, label: t("figures.days", { days: Number(one) }) }))}
          value={chosen.days ?? "30"}
          onChange={(days) => {
            if (days !== null) choose({ days });
          }}
        />
        <Filters chosen={chosen} choose={choose} />
        <Switch
          label={t("figures.tables")}
          checked={chosen.tables ?? false}
          onChange={({ currentTarget }) => {
            choose({ tables: currentTarget.checked ? true : undefined });
          }}
        />
      </div>
    </header>
  );
}

/** What single people do is for themselves and their leads: others are not offered whom to ask for. */
function Filters({ chosen, choose }: { chosen: Figured; choose: (part: Part) => void }) {
  const { t } = useTranslation("settings");
  const words = useWords();
  const me = useMe().data;
  const teams = useTeams().data ?? [];
  const organizations = useAllOrganizations().data ?? [];
  const leads = me !== undefined && isLead(me);
  const led = me?.role === "admin" ? teams : teams.filter(({ id }) => me?.teams.includes(id) === true);
  const people = useMembersOf(leads ? led.map(({ id }) => id) : []);
  return (
    <>
      <One
        label={t("figures.group.team")}
        all={t("now.allTeams")}
        of={teams.map(({ id, name }) => ({ value: id, label: name }))}
        value={chosen.team}
        onChange={(team) => {
          choose({ team });
        }}
      />
      <One
        label={t("figures.group.priority")}
        all={t("figures.allPriorities")}
        of={PRIORITIES.map((one) => ({ value: one, label: one }))}
        value={chosen.priority}
        onChange={(wanted) => {
          choose({ priority: PRIORITIES.find((one) => one === wanted) });
        }}
      />
      <One
        label={t("figures.group.channel")}
        all={t("figures.allChannels")}
        of={CHANNELS.map((one) => ({ value: one, label: words.channel(one) }))}
        value={chosen.channel}
        onChange={(wanted) => {
          choose({ channel: CHANNELS.find((one) => one === wanted) });
        }}
      />
      <One
        label={t("figures.group.organization")}
        all={t("figures.allOrganizations")}
        of={organizations.map(({ id, name }) => ({ value: id, label: name }))}
        value={chosen.organization}
        onChange={(organization) => {
          choose({ organization });
        }}
      />
      {leads && chosen.page !== "me" && (
        <One
          label={t("figures.group.handled_by")}
          all={t("figures.everybody")}
          of={people.map(({ id, name }) => ({ value: id, label: name }))}
          value={chosen.person}
          onChange={(person) => {
            choose({ person });
          }}
        />
      )}
    </>
  );
}

interface OneProps {
  label: string;
  /** What stands for no choice. */
  all: string;
  of: { value: string; label: string }[];
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

function One({ label, all, of, value, onChange }: OneProps) {
  return (
    <Select
      size="xs"
      aria-label={label}
      searchable={of.length > 8}
      allowDeselect={false}
      data={[{ value: ALL, label: all }, ...of]}
      value={value ?? ALL}
      onChange={(chosen) => {
        onChange(chosen === null || chosen === ALL ? undefined : chosen);
      }}
    />
  );
}
