import { Button, TextInput } from "@mantine/core";
import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import { useRouterState } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { csvOf, keepCsv } from "@/lib/csv";
import { matching } from "@/lib/matching";
import { usePageTitle } from "@/lib/page-title";
import { useGoOnWhileWanting } from "@/lib/pages";

import { Loaded } from "../loaded";
import { MoreButton } from "../more-button";
import { useComplain } from "../notify";
import { EmptyState } from "../states";
import { NewByName } from "./new-by-name";
import styles from "./register.module.css";
import { SettingsHead } from "./settings-page";

export interface RegisterColumn<Item> {
  head: string;
  /** What is looked for, and stands in the file. */
  words: (item: Item) => string;
  /** Instead of the words alone. */
  cell?: (item: Item) => ReactNode;
}

interface Props<Item> {
  text: (part: "title" | "text" | "newName" | "none" | "more") => string;
  example: string;
  pages: UseInfiniteQueryResult<InfiniteData<{ items: readonly Item[] }>>;
  /** What its id begins with where the name gives none. */
  otherwise: string;
  exists: (id: string) => Promise<boolean>;
  onNew: (id: string, name: string) => void;
  /** What stands in each row; the first is its name and leads to its page. */
  columns: readonly RegisterColumn<Item>[];
}

/** Things that settings name by an id: a table of those there are, and the way to a new one. */
export function Register<Item extends { id: string }>(props: Props<Item>) {
  const { text, example, pages, otherwise, exists, onNew, columns } = props;
  const [words, setWords] = useState("");
  const looks = words.trim() !== "";
  // What is looked for may stand on any page.
  useGoOnWhileWanting(pages, looks);
  usePageTitle(text("title"));
  const all = async () => {
    let now = pages;
    while (now.hasNextPage) now = await now.fetchNextPage({ cancelRefetch: false });
    if (now.error !== null) throw now.error;
    return now.data?.pages.flatMap((page) => page.items) ?? [];
  };
  return (
    <>
      <SettingsHead title={text("title")}>{text("text")}</SettingsHead>
      <NewByName label={text("newName")} {...{ example, otherwise, exists, onNew }} />
      <Loaded of={pages} lines={6}>
        {(data) => (
          <RegisterTable
            {...{ columns, words, all, none: text("none"), label: text("title"), onWords: setWords }}
            items={data.pages.flatMap((page) => page.items)}
          />
        )}
      </Loaded>
      {!looks && <MoreButton pages={pages}>{text("more")}</MoreButton>}
    </>
  );
}

interface RegisterTableProps<Item> extends TableProps<Item> {
  /** What is said where there are none. */
  none: string;
  /** What is looked for. */
  words: string;
  onWords: (words: string) => void;
  /** All of them, also those that are not on the page. */
  all: () => Promise<readonly Item[]>;
}

/** What there is, looked through by its words and kept as a file. */
export function RegisterTable<Item extends { id: string }>(props: RegisterTableProps<Item>) {
  const { items, columns, label, none, words, onWords, all } = props;
  const { t } = useTranslation("settings");
  if (items.length === 0) return <EmptyState title={none} />;
  const said = (item: Item) => columns.map((column) => column.words(item)).join(" ");
  const found = words.trim() === "" ? items : matching(items, words, said);
  return (
    <>
      <div className={styles.tools}>
        <TextInput
          type="search"
          aria-label={t("register.search")}
          placeholder={t("register.search")}
          value={words}
          onChange={(event) => {
            onWords(event.currentTarget.value);
          }}
        />
        <AsCsv name={label} {...{ all, columns }} />
      </div>
      {found.length === 0 ? (
        <EmptyState title={t("register.nothing")} text={words} />
      ) : (
        <Table {...{ items: found, columns, label }} />
      )}
    </>
  );
}

interface TableProps<Item> {
  label: string;
  items: readonly Item[];
  columns: readonly RegisterColumn<Item>[];
}

function Table<Item extends { id: string }>({ label, items, columns }: TableProps<Item>) {
  return (
    <div className={styles.place}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map(({ head }) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id}>
              {columns.map(({ head, words, cell }) => (
                <td key={head}>{cell?.(item) ?? <bdi>{words(item)}</bdi>}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CsvProps<Item> {
  name: string;
  columns: readonly RegisterColumn<Item>[];
  all: () => Promise<readonly Item[]>;
}

function AsCsv<Item>({ name, columns, all }: CsvProps<Item>) {
  const { t } = useTranslation("settings");
  const complain = useComplain();
  const [busy, setBusy] = useState(false);
  const keep = async () => {
    const lines = (await all()).map((item) => columns.map(({ words }) => words(item)));
    keepCsv(csvOf([columns.map(({ head }) => head), ...lines]), `${name}.csv`);
  };
  return (
    <Button
      variant="default"
      loading={busy}
      onClick={() => {
        setBusy(true);
        void keep()
          .catch(complain)
          .finally(() => {
            setBusy(false);
          });
      }}
    >
      {t("register.csv")}
    </Button>
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
