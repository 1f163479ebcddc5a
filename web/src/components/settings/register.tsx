import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import { useRouterState } from "@tanstack/react-router";
import type { ReactNode } from "react";

import { usePageTitle } from "@/lib/page-title";

import { Loaded } from "../loaded";
import { MoreButton } from "../more-button";
import { EmptyState } from "../states";
import { CardList } from "./card-list";
import { NewByName } from "./new-by-name";
import { SettingsHead } from "./settings-page";

interface Props<Item> {
  text: (part: "title" | "text" | "newName" | "none" | "more") => string;
  example: string;
  pages: UseInfiniteQueryResult<InfiniteData<{ items: readonly Item[] }>>;
  /** What its id begins with where the name gives none. */
  otherwise: string;
  exists: (id: string) => Promise<boolean>;
  onNew: (id: string, name: string) => void;
  children: (item: Item) => ReactNode;
}

/** Things that settings name by an id: those there are, page by page, and the way to a new one. */
export function Register<Item extends { id: string }>({
  text,
  example,
  pages,
  otherwise,
  exists,
  onNew,
  children,
}: Props<Item>) {
  usePageTitle(text("title"));
  return (
    <>
      <SettingsHead title={text("title")}>{text("text")}</SettingsHead>
      <NewByName label={text("newName")} {...{ example, otherwise, exists, onNew }} />
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
  /** `name` is what it was begun with. */
  children: (thing: Thing, name: string | undefined) => ReactNode;
}

declare module "@tanstack/react-router" {
  interface HistoryState {
    /** Of something new, until it is saved. */
    name?: string;
  }
}

/** The page of one of them: there already, or to be made by saving it. */
export function RegisterEntry<Thing extends { id: string; name: string }>({
  id,
  found,
  fresh,
  children,
}: EntryProps<Thing>) {
  const begun = useRouterState({ select: ({ location }) => location.state.name });
  usePageTitle(found.data?.name ?? id);
  return (
    <Loaded of={found} lines={8}>
      {(thing) => (
        <>
          <SettingsHead title={thing.name === "" ? fresh : thing.name}>{thing.id}</SettingsHead>
          {children(thing, thing.name === "" ? begun : undefined)}
        </>
      )}
    </Loaded>
  );
}
