import { ActionIcon } from "@mantine/core";
import { IconChevronDown, IconPlus } from "@tabler/icons-react";
import { createContext, use, useId, type DragEvent, type ReactNode } from "react";

import styles from "./side-card.module.css";

/** Where a section stands beside the thread, and how it is moved there. */
export interface Place {
  name: string;
  folded: boolean;
  fold: (folded: boolean) => void;
  move: (by: -1 | 1) => void;
  /** Put another section before this one. */
  take: (name: string) => void;
}

export const PlaceContext = createContext<Place | null>(null);

interface Props {
  title: string;
  /** There is nothing to show: it is only its head. */
  empty?: boolean;
  /** Puts something into it. */
  add?: { words: string; run: () => void } | undefined;
  children: ReactNode;
}

const DRAGGED = "application/x-helpdesk-section";
const BY: Record<string, -1 | 1> = { ArrowUp: -1, ArrowDown: 1 };

/** A section of what stands beside a ticket's conversation: folded by its head, and moved by it. */
export function SideCard({ title, empty = false, add, children }: Props) {
  const heading = useId();
  const place = use(PlaceContext);
  const shown = !empty && place?.folded !== true;
  const isOurs = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes(DRAGGED);
  return (
    <section className={styles.card} aria-labelledby={heading} data-section={place?.name}>
      <div className={styles.head}>
        <h2>
          <button
            type="button"
            draggable
            className={styles.title}
            aria-expanded={shown}
            disabled={place === null}
            aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
            onClick={() => {
              place?.fold(shown);
            }}
            onKeyDown={(event) => {
              const by = event.altKey ? BY[event.key] : undefined;
              if (by === undefined) return;
              event.preventDefault();
              place?.move(by);
            }}
            onDragOver={(event) => {
              if (isOurs(event)) event.preventDefault();
            }}
            onDrop={(event) => {
              if (!isOurs(event)) return;
              event.preventDefault();
              place?.take(event.dataTransfer.getData(DRAGGED));
            }}
            onDragStart={(event) => {
              event.dataTransfer.setData(DRAGGED, place?.name ?? "");
            }}
          >
            {place !== null && (
              <IconChevronDown size={14} aria-hidden className={shown ? undefined : styles.turned} />
            )}
            <span id={heading}>{title}</span>
          </button>
        </h2>
        {add !== undefined && (
          <ActionIcon variant="subtle" color="gray" size={24} aria-label={add.words} onClick={add.run}>
            <IconPlus size={15} />
          </ActionIcon>
        )}
      </div>
      {shown && <div className={styles.body}>{children}</div>}
    </section>
  );
}
