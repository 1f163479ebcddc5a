import { Button } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { EmptyState, ErrorState, Loading } from "@/components/states";
import { useOrganizationPages } from "@/features/organizations/api/list-organizations";

import { usePageTitle } from "../../page-title";
import { NewById } from "./new-by-id";
import styles from "./settings.module.css";

export function OrganizationsPage() {
  const { t } = useTranslation("settings");
  usePageTitle(t("nav.organizations"));
  const navigate = useNavigate();
  const pages = useOrganizationPages();
  const content = () => {
    if (pages.data === undefined) {
      if (pages.error === null) return <Loading lines={6} />;
      return <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />;
    }
    const items = pages.data.pages.flatMap((page) => page.items);
    if (items.length === 0) return <EmptyState title={t("organization.none")} />;
    return (
      <ul className={styles.teams}>
        {items.map(({ id, name, plan, domains }) => (
          <li key={id} className={styles.team}>
            <Link to="/settings/organizations/$organizationId" params={{ organizationId: id }}>
              {name}
            </Link>
            <p>{[plan, ...domains].filter(Boolean).join(" · ")}</p>
          </li>
        ))}
      </ul>
    );
  };
  return (
    <>
      <header className={styles.head}>
        <h1>{t("nav.organizations")}</h1>
        <p>{t("organization.text")}</p>
      </header>
      <NewById
        label={t("organization.newId")}
        example="acme"
        onNew={(id) =>
          void navigate({ to: "/settings/organizations/$organizationId", params: { organizationId: id } })
        }
      />
      {content()}
      {pages.hasNextPage && (
        <Button
          variant="default"
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {t("organization.more")}
        </Button>
      )}
    </>
  );
}
