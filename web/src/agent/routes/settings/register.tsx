import { Button } from "@mantine/core";
import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { EmptyState, ErrorState, Loading } from "@/components/states";

import { usePageTitle } from "../../page-title";
import { NewById } from "./new-by-id";
import styles from "./settings.module.css";

interface Props<Item> {
  /** Under which name the texts stand. */
  of: "asset" | "organization";
  title: string;
  example: string;
  pages: UseInfiniteQueryResult<InfiniteData<{ items: readonly Item[] }>>;
  onNew: (id: string) => void;
  children: (item: Item) => ReactNode;
}

/** Things with an id of people's choosing: those there are, page by page, and the way to a new one. */
export function Register<Item extends { id: string }>({
  of,
  title,
  example,
  pages,
  onNew,
  children,
}: Props<Item>) {
  const { t } = useTranslation("settings");
  usePageTitle(title);
  const content = () => {
    if (pages.data === undefined) {
      if (pages.error === null) return <Loading lines={6} />;
      return <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />;
    }
    const items = pages.data.pages.flatMap((page) => page.items);
    if (items.length === 0) return <EmptyState title={t(`${of}.none`)} />;
    return (
      <ul className={styles.teams}>
        {items.map((item) => (
          <li key={item.id} className={styles.team}>
            {children(item)}
          </li>
        ))}
      </ul>
    );
  };
  return (
    <>
      <header className={styles.head}>
        <h1>{title}</h1>
        <p>{t(`${of}.text`)}</p>
      </header>
      <NewById label={t(`${of}.newId`)} example={example} onNew={onNew} />
      {content()}
      {pages.hasNextPage && (
        <Button
          variant="default"
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {t(`${of}.more`)}
        </Button>
      )}
    </>
  );
}
