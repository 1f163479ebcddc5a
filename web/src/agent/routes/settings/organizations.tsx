import { Button, TextInput } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { EmptyState, ErrorState, Loading } from "@/components/states";
import { useOrganizationPages } from "@/features/organizations/api/list-organizations";

import { usePageTitle } from "../../page-title";
import styles from "./settings.module.css";

const ID = /^[a-z0-9][a-z0-9-]{0,63}$/;

export function OrganizationsPage() {
  const { t } = useTranslation("settings");
  usePageTitle(t("nav.organizations"));
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
      <NewOrganization />
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

function NewOrganization() {
  const { t } = useTranslation("settings");
  const navigate = useNavigate();
  const [id, setId] = useState("");
  const [wrong, setWrong] = useState(false);
  return (
    <form
      noValidate
      className={styles.new}
      onSubmit={(event) => {
        event.preventDefault();
        if (ID.test(id)) {
          void navigate({ to: "/settings/organizations/$organizationId", params: { organizationId: id } });
        } else setWrong(true);
      }}
    >
      <TextInput
        label={t("organization.newId")}
        placeholder="acme"
        value={id}
        error={wrong ? t("sla.idHint") : undefined}
        onChange={(event) => {
          setId(event.currentTarget.value);
          setWrong(false);
        }}
      />
      <Button type="submit" variant="default">
        {t("organization.create")}
      </Button>
    </form>
  );
}
