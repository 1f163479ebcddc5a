import { Select } from "@mantine/core";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { Loaded } from "@/components/loaded";
import { MoreButton } from "@/components/more-button";
import { SettingsHead } from "@/components/settings/settings-page";
import { EmptyState, Loading } from "@/components/states";
import { useMe } from "@/lib/desk/get-me";
import { usePageTitle } from "@/lib/page-title";
import { useGoOnWhileWanting } from "@/lib/pages";

import { useMailPages } from "../api/list-mails";
import { MailRows } from "../components/mail-rows";
import styles from "../components/mails.module.css";
import { WANTED, type Wanted } from "../outcomes";

const route = getRouteApi("/shell/settings/mails");

/** Every mail that came in, and what became of it; who may act on held ones sees these first. */
export function MailsPage() {
  const { t } = useTranslation("settings");
  usePageTitle(t("mails.title"));
  const navigate = useNavigate();
  const isAdmin = useMe().data?.role === "admin";
  const wanted: Wanted = route.useSearch().outcome ?? (isAdmin ? "quarantine" : "all");
  const pages = useMailPages(wanted);
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const goesOn = useGoOnWhileWanting(pages, items.length === 0);
  return (
    <>
      <SettingsHead title={t("mails.title")}>
        {t("mails.text")} {!isAdmin && t("mails.ofTickets")}
      </SettingsHead>
      <div className={styles.filter}>
        <Select
          label={t("mails.shown")}
          allowDeselect={false}
          data={WANTED.map((value) => ({ value, label: t(`mails.wanted.${value}`) }))}
          value={wanted}
          onChange={(next) => {
            if (next !== null)
              void navigate({ to: "/settings/mails", search: { outcome: next }, replace: true });
          }}
        />
      </div>
      <Loaded of={pages} lines={6}>
        {() => {
          if (items.length > 0) return <MailRows mails={items} />;
          if (goesOn) return <Loading lines={6} />;
          return (
            <EmptyState
              title={t(`mails.none.${wanted}`)}
              {...(wanted === "quarantine" ? { text: t("mails.noneHeld") } : {})}
            >
              {wanted === "all" ? (
                <Link to="/settings/mailboxes">{t("mailbox.title")}</Link>
              ) : (
                <Link to="/settings/mails" search={{ outcome: "all" }}>
                  {t("mails.showAll")}
                </Link>
              )}
            </EmptyState>
          );
        }}
      </Loaded>
      <MoreButton pages={pages}>{t("mails.more")}</MoreButton>
    </>
  );
}
