import { Link, Outlet, useRouterState } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import { EmptyState } from "@/components/states";
import { useMe } from "@/lib/desk/get-me";
import { isLead } from "@/lib/ticket-parts";

import { TABS } from "../../settings-tabs";
import styles from "./settings.module.css";

export function SettingsLayout() {
  const { t } = useTranslation("settings");
  const path = useRouterState({ select: (state) => state.location.pathname });
  const tabs = useRef<HTMLElement>(null);
  useEffect(() => {
    const here = tabs.current?.querySelector('[data-status="active"], [data-part="active"]');
    here?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [path]);
  const me = useMe().data;
  if (me === undefined || !isLead(me)) {
    return <EmptyState whole title={t("onlyLeads.title")} text={t("onlyLeads.text")} />;
  }
  return (
    <div className={styles.page}>
      <nav ref={tabs} aria-label={t("nav.label")} className={styles.tabs}>
        {TABS.map((tab) => (
          <Link
            key={tab.to}
            to={tab.to}
            data-part={"also" in tab && path.startsWith(tab.also) ? "active" : undefined}
          >
            {t(tab.title)}
          </Link>
        ))}
      </nav>
      <Outlet />
    </div>
  );
}
