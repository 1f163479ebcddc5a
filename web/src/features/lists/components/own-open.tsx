import { useId } from "react";
import { useTranslation } from "react-i18next";

import { useOwnTickets } from "../api/list-own-tickets";
import { OwnCard } from "./own-card";
import styles from "./ticket-list.module.css";

/** So many are seen beside what else is on the page. */
const MOST = 5;

/** What I have asked and is not done; nothing where there is none, or none can be had. */
export function OwnOpen() {
  const { t } = useTranslation("portal");
  const id = useId();
  const cards = useOwnTickets().data?.pages.flatMap((page) => page.items) ?? [];
  const open = cards.filter(({ phase }) => phase !== "closed");
  if (open.length === 0) return null;
  return (
    <section className={styles.group} aria-labelledby={id}>
      <h2 id={id}>{t("list.ownOpen")}</h2>
      <ul className={styles.list}>
        {open.slice(0, MOST).map((card) => (
          <li key={card.id}>
            <OwnCard card={card} />
          </li>
        ))}
      </ul>
      <p>
        <a href="/tickets">{t("list.all")}</a>
      </p>
    </section>
  );
}
