import { useId, useState } from "react";
import { useTranslation } from "react-i18next";

import type { Card } from "@/api/types";
import { Button, buttonClass } from "@/components/button";
import { TextField } from "@/components/field";
import { EmptyState, ErrorState, Loading } from "@/components/states";
import { useGoOnWhileWanting } from "@/lib/pages";

import { useOwnTickets } from "../api/list-own-tickets";
import { OwnCard } from "./own-card";
import styles from "./ticket-list.module.css";

/** With fewer, looking is faster. */
const SEARCHED_FROM = 10;
/** So many pages are looked through by themselves for words that were not found yet. */
const SEARCHED_PAGES = 8;

const folded = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

const contains = ({ id, subject }: Card, words: string): boolean =>
  folded(words)
    .split(/\s+/)
    .every((word) => folded(`${id} ${subject}`).includes(word));

export function TicketList() {
  const { t } = useTranslation("portal");
  const [words, setWords] = useState("");
  const query = useOwnTickets();
  const cards = query.data?.pages.flatMap((page) => page.items) ?? [];
  const found = cards.filter((card) => contains(card, words));
  const goesOn = words !== "" && (query.data?.pages.length ?? 0) < SEARCHED_PAGES;
  useGoOnWhileWanting(query, goesOn && found.length === 0);
  if (query.data === undefined) {
    if (query.error === null) return <Loading lines={5} onRetry={() => void query.refetch()} />;
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (cards.length === 0) {
    return (
      <EmptyState title={t("list.empty")} text={t("list.emptyText")}>
        <a href="/" className={buttonClass("primary")}>
          {t("home")}
        </a>
      </EmptyState>
    );
  }
  const open = found.filter(({ phase }) => phase !== "closed");
  const closed = found.filter(({ phase }) => phase === "closed");
  return (
    <>
      {cards.length >= SEARCHED_FROM && (
        <TextField
          type="search"
          label={t("list.search")}
          value={words}
          autoComplete="off"
          onChange={(event) => {
            setWords(event.target.value);
          }}
        />
      )}
      {found.length === 0 && <p role="status">{t("list.nothing", { words })}</p>}
      <Group title={t("list.open")} cards={open} />
      <Group title={t("list.closed")} cards={closed} />
      {query.hasNextPage && (
        <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t("list.more")}
        </Button>
      )}
    </>
  );
}

function Group({ title, cards }: { title: string; cards: readonly Card[] }) {
  const id = useId();
  if (cards.length === 0) return null;
  return (
    <section className={styles.group} aria-labelledby={id}>
      <h2 id={id}>
        {title} <span className={styles.count}>{cards.length}</span>
      </h2>
      <ul className={styles.list}>
        {cards.map((card) => (
          <li key={card.id}>
            <OwnCard card={card} />
          </li>
        ))}
      </ul>
    </section>
  );
}
