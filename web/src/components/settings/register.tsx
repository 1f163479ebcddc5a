import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";

import { usePageTitle } from "@/lib/page-title";

import { Loaded } from "../loaded";
import { MoreButton } from "../more-button";
import { EmptyState } from "../states";
import { CardList } from "./card-list";
import { NewById } from "./new-by-id";
import { SettingsHead } from "./settings-page";

interface Props<Item> {
  text: (part: "title" | "text" | "newId" | "none" | "more") => string;
  example: string;
  pages: UseInfiniteQueryResult<InfiniteData<{ items: readonly Item[] }>>;
  onNew: (id: string) => void;
  children: (item: Item) => ReactNode;
}

/** Things with an id of people's choosing: those there are, page by page, and the way to a new one. */
export function Register<Item extends { id: string }>({
  text,
  example,
  pages,
  onNew,
  children,
}: Props<Item>) {
  usePageTitle(text("title"));
  return (
    <>
      <SettingsHead title={text("title")}>{text("text")}</SettingsHead>
      <NewById label={text("newId")} example={example} onNew={onNew} />
      <Loaded of={pages} lines={6}>
        {(data) => {
          const items = data.pages.flatMap((page) => page.items);
          if (items.length === 0) return <EmptyState title={text("none")} />;
          return <CardList items={items}>{children}</CardList>;
        }}
      </Loaded>
      <MoreButton pages={pages}>{text("more")}</MoreButton>
    </>
  );
}

interface EntryProps<Thing> {
  id: string;
  found: Parameters<typeof Loaded<Thing>>[0]["of"];
  /** What one is called that nobody has saved yet. */
  fresh: string;
  children: (thing: Thing) => ReactNode;
}

/** The page of one of them: there already, or to be made by saving it. */
export function RegisterEntry<Thing extends { id: string; name: string }>({
  id,
  found,
  fresh,
  children,
}: EntryProps<Thing>) {
  usePageTitle(found.data?.name ?? id);
  return (
    <Loaded of={found} lines={8}>
      {(thing) => (
        <>
          <SettingsHead title={thing.name === "" ? fresh : thing.name}>{thing.id}</SettingsHead>
          {children(thing)}
        </>
      )}
    </Loaded>
  );
}
