import { Badge, Button } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { EmptyState, ErrorState, Loading } from "@/components/states";
import { useAssetPages } from "@/features/assets/api/list-assets";

import { usePageTitle } from "../../page-title";
import { NewById } from "./new-by-id";
import styles from "./settings.module.css";

export function AssetsPage() {
  const { t } = useTranslation("settings");
  usePageTitle(t("nav.assets"));
  const navigate = useNavigate();
  const pages = useAssetPages();
  const content = () => {
    if (pages.data === undefined) {
      if (pages.error === null) return <Loading lines={6} />;
      return <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />;
    }
    const items = pages.data.pages.flatMap((page) => page.items);
    if (items.length === 0) return <EmptyState title={t("asset.none")} />;
    return (
      <ul className={styles.teams}>
        {items.map(({ id, name, type, tag, organization, retired }) => (
          <li key={id} className={styles.team}>
            <span>
              <Link to="/settings/assets/$assetId" params={{ assetId: id }}>
                {name}
              </Link>{" "}
              {retired && (
                <Badge size="sm" variant="default">
                  {t("asset.isRetired")}
                </Badge>
              )}
            </span>
            <p>{[type, tag, organization].filter(Boolean).join(" · ")}</p>
          </li>
        ))}
      </ul>
    );
  };
  return (
    <>
      <header className={styles.head}>
        <h1>{t("nav.assets")}</h1>
        <p>{t("asset.text")}</p>
      </header>
      <NewById
        label={t("asset.newId")}
        example="printer-hall"
        onNew={(id) => void navigate({ to: "/settings/assets/$assetId", params: { assetId: id } })}
      />
      {content()}
      {pages.hasNextPage && (
        <Button
          variant="default"
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {t("asset.more")}
        </Button>
      )}
    </>
  );
}
