import {
  IconAlertTriangle,
  IconArrowDownLeft,
  IconArrowUpRight,
  IconCalendarDue,
  IconCircleCheck,
  IconEye,
  IconFilter,
  IconUser,
  IconUsers,
} from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useRef, type ComponentType, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";

import type { View } from "@/api/types";
import { useViewCounts, useViews } from "@/features/views/api/views";
import { useViewName } from "@/features/views/names";
import { inOwnOrder, movedBy, movedTo } from "@/features/views/own-order";
import { announce } from "@/lib/announcer";
import { useChangeOwnSettings, useOwnSettings } from "@/lib/desk/own-settings";
import { useFocusAfterChange } from "@/lib/focus";

import { ViewCount } from "./count";
import styles from "./rail.module.css";

const ICONS: Record<string, ComponentType<{ size: number }>> = {
  team: IconUsers,
  "due-today": IconCalendarDue,
  breached: IconAlertTriangle,
  "waiting-for-us": IconArrowDownLeft,
  "waiting-for-them": IconArrowUpRight,
  "recently-solved": IconCircleCheck,
  followed: IconEye,
};

const SHARED = { me: IconUser, team: IconUsers, all: IconFilter } as const;

const iconOf = ({ id, sharing }: View) => ICONS[id] ?? SHARED[sharing];

/** They have places of their own above. */
const ABOVE = new Set(["mine", "unassigned"]);

/** Views as they stand in the rail, in one's own order. */
export function useRailViews(): View[] {
  const views = useViews().data ?? [];
  const placed = useOwnSettings().data?.views ?? [];
  return inOwnOrder(
    views.filter(({ id }) => !ABOVE.has(id)),
    placed,
  );
}

const BY: Record<string, -1 | 1> = { ArrowUp: -1, ArrowDown: 1 };

export function ViewLinks() {
  const { t } = useTranslation("agent");
  const views = useRailViews();
  const counts = useViewCounts().data;
  const nameOf = useViewName();
  const change = useChangeOwnSettings();
  const list = useRef<HTMLUListElement>(null);
  const focusAfterChange = useFocusAfterChange();
  const dragged = useRef<string | null>(null);
  const ids = views.map(({ id }) => id);
  const place = (order: string[], view: View) => {
    if (order.join() === ids.join()) return;
    change({ views: order });
    announce(
      t("views.moved", {
        ...{ name: nameOf(view), place: order.indexOf(view.id) + 1, count: order.length },
        interpolation: { escapeValue: false },
      }),
    );
  };
  const onKeyDown = (event: KeyboardEvent, view: View) => {
    const by = event.altKey ? BY[event.key] : undefined;
    if (by === undefined) return;
    event.preventDefault();
    place(movedBy(ids, view.id, by), view);
    focusAfterChange(() => list.current?.querySelector(`[data-view="${CSS.escape(view.id)}"]`));
  };
  if (views.length === 0) return null;
  return (
    <>
      <h2 className={styles.heading}>
        <span className={styles.label}>{t("views.title")}</span>
      </h2>
      <ul ref={list}>
        {views.map((view) => {
          const Icon = iconOf(view);
          const counted = counts?.[view.id];
          return (
            <li key={view.id}>
              <Link
                to="/views/$viewId"
                params={{ viewId: view.id }}
                className={styles.link}
                title={nameOf(view)}
                aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
                data-view={view.id}
                draggable
                onDragStart={(event) => {
                  dragged.current = view.id;
                  event.dataTransfer.effectAllowed = "move";
                }}
                onDragOver={(event) => {
                  if (dragged.current !== null) event.preventDefault();
                }}
                onDrop={(event) => {
                  const one = views.find(({ id }) => id === dragged.current);
                  dragged.current = null;
                  if (one === undefined) return;
                  event.preventDefault();
                  place(movedTo(ids, one.id, view.id), one);
                }}
                onDragEnd={() => {
                  dragged.current = null;
                }}
                onKeyDown={(event) => {
                  onKeyDown(event, view);
                }}
              >
                <Icon size={17} aria-hidden />
                <bdi className={styles.label}>{nameOf(view)}</bdi>{" "}
                {counted !== undefined && <ViewCount {...counted} />}
              </Link>
            </li>
          );
        })}
      </ul>
    </>
  );
}
