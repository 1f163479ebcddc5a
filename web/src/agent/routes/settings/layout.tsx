import { TextInput } from "@mantine/core";
import { Link, Outlet, useRouterState } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { EmptyState } from "@/components/states";
import { useMe } from "@/lib/desk/get-me";
import { plain } from "@/lib/plain";
import { isLead } from "@/lib/ticket-parts";

import { GROUPS, type SettingsTab } from "../../settings-tabs";
import styles from "./settings.module.css";

/** The pages stand beside their list; on a narrow screen the list is a page of its own. */
export function SettingsLayout() {
  const { t } = useTranslation("settings");
  const path = useRouterState({ select: (state) => state.location.pathname });
  const me = useMe().data;
  if (me === undefined || !isLead(me)) {
    return <EmptyState whole title={t("onlyLeads.title")} text={t("onlyLeads.text")} />;
  }
  const home = /\/settings\/?$/.test(path);
  return (
    <div className={styles.page} data-list={home}>
      <SettingsList path={path} home={home} />
      <div className={styles.shown}>
        <Link to="/settings" className={styles.back}>
          ‹ {t("nav.all")}
        </Link>
        <Outlet />
      </div>
    </div>
  );
}

function SettingsList({ path, home }: { path: string; home: boolean }) {
  const { t } = useTranslation("settings");
  const [words, setWords] = useState("");
  const wanted = plain(words);
  const fits = ({ title, words: find }: SettingsTab) => plain(`${t(title)}, ${t(find)}`).includes(wanted);
  const groups = GROUPS.map(({ title, tabs }) => ({
    title,
    tabs: (tabs as readonly SettingsTab[]).filter(fits),
  })).filter(({ tabs }) => tabs.length > 0);
  return (
    <nav aria-label={t("nav.label")} className={styles.list}>
      {home && <h1>{t("nav.label")}</h1>}
      <TextInput
        type="search"
        size="xs"
        aria-label={t("nav.find")}
        placeholder={t("nav.find")}
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value);
        }}
      />
      {groups.map(({ title, tabs }) => (
        <section key={title}>
          <h2>{t(title)}</h2>
          {tabs.map((tab) => (
            <Link
              key={tab.to}
              to={tab.to}
              data-part={"also" in tab && path.startsWith(tab.also) ? "active" : undefined}
            >
              {t(tab.title)}
              {"Count" in tab && <tab.Count />}
            </Link>
          ))}
        </section>
      ))}
      <p role="status" className={styles.none}>
        {groups.length === 0 && t("nav.none", { words })}
      </p>
    </nav>
  );
}
