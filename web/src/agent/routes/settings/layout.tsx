import { Link, Outlet, useRouterState } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import { EmptyState } from "@/components/states";
import { useMe } from "@/lib/desk/get-me";

import styles from "./settings.module.css";

export function SettingsLayout() {
  const { t } = useTranslation("settings");
  const path = useRouterState({ select: (state) => state.location.pathname });
  const tabs = useRef<HTMLElement>(null);
  useEffect(() => {
    const here = tabs.current?.querySelector('[data-status="active"], [data-part="active"]');
    here?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [path]);
  const role = useMe().data?.role;
  if (role !== "lead" && role !== "admin") {
    return <EmptyState whole title={t("onlyLeads.title")} text={t("onlyLeads.text")} />;
  }
  return (
    <div className={styles.page}>
      <nav ref={tabs} aria-label={t("nav.label")} className={styles.tabs}>
        {/* People are reached through their teams. */}
        <Link to="/settings/teams" data-part={path.startsWith("/settings/people/") ? "active" : undefined}>
          {t("nav.teams")}
        </Link>
        <Link to="/settings/planner">{t("nav.planner")}</Link>
        <Link to="/settings/organizations">{t("nav.organizations")}</Link>
        <Link to="/settings/assets">{t("nav.assets")}</Link>
        <Link to="/settings/sla">{t("nav.sla")}</Link>
        <Link to="/settings/routing">{t("nav.routing")}</Link>
      </nav>
      <Outlet />
    </div>
  );
}
