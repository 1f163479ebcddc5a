import type { ReactNode } from "react";

import styles from "./card-list.module.css";

interface Props<Item> {
  items: readonly Item[];
  children: (item: Item) => ReactNode;
}

/** Things side by side, each a card that leads to its page. */
export function CardList<Item extends { id: string }>({ items, children }: Props<Item>) {
  return (
    <ul className={styles.cards}>
      {items.map((item) => (
        <li key={item.id} className={styles.card}>
          {children(item)}
        </li>
      ))}
    </ul>
  );
}
