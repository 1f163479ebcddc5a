import { ActionIcon } from "@mantine/core";
import {
  IconArrowDown,
  IconArrowUp,
  IconChevronDown,
  IconGripVertical,
  IconTrash,
} from "@tabler/icons-react";
import { useState, type DragEvent, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { Refused } from "@/lib/field-errors";

import styles from "./ordered-list.module.css";

interface Props {
  /** Its list, and its place in there. */
  list: string;
  index: number;
  count: number;
  name: string;
  note: ReactNode;
  shown: boolean;
  refused: Partial<Refused>;
  readOnly: boolean;
  onToggle: () => void;
  onMove: (to: number, by?: -1 | 1) => void;
  /** Another of the list is put in its place. */
  onTake: (from: number) => void;
  onRemove: () => void;
  children: () => ReactNode;
}

const DRAGGED = "application/x-helpdesk-row";
const BY: Record<string, -1 | 1> = { ArrowUp: -1, ArrowDown: 1 };

/** One of an ordered list: its head opens it, and moves it by the mouse, by Alt with arrows and by buttons. */
export function OrderedRow({ list, index, count, name, note, shown, refused, readOnly, ...acts }: Props) {
  const { t } = useTranslation("settings");
  const [over, setOver] = useState(false);
  const isOurs = ({ dataTransfer }: DragEvent) => !readOnly && dataTransfer.types.includes(DRAGGED);
  const leave = () => {
    setOver(false);
  };
  const move = (by: -1 | 1) => {
    acts.onMove(index + by, by);
  };
  const { error, "data-place": place } = refused;
  return (
    <li data-name={name} data-at={index} data-over={over} className={styles.item}>
      <div className={styles.head}>
        <h2 className={styles.heading}>
          <button
            type="button"
            data-act="open"
            data-place={place}
            className={styles.title}
            aria-expanded={shown}
            draggable={!readOnly}
            aria-keyshortcuts={readOnly ? undefined : "Alt+ArrowUp Alt+ArrowDown"}
            onClick={acts.onToggle}
            onDragStart={(event) => {
              event.dataTransfer.setData(DRAGGED, `${list}\n${index}`);
            }}
            onDragOver={(event) => {
              if (!isOurs(event)) return;
              event.preventDefault();
              setOver(true);
            }}
            onDragLeave={leave}
            onDrop={(event) => {
              leave();
              if (!isOurs(event)) return;
              event.preventDefault();
              const [from = "", at = ""] = event.dataTransfer.getData(DRAGGED).split("\n");
              if (from === list) acts.onTake(Number(at));
            }}
            onKeyDown={(event) => {
              const by = event.altKey && !readOnly ? BY[event.key] : undefined;
              if (by === undefined) return;
              event.preventDefault();
              acts.onMove(index + by);
            }}
          >
            {!readOnly && <IconGripVertical size={16} aria-hidden className={styles.grip} />}
            <IconChevronDown size={16} aria-hidden className={shown ? undefined : styles.turned} />
            <span>
              <strong>
                <bdi>{name}</bdi>
              </strong>
              {note !== undefined && <span className={styles.note}>{note}</span>}
            </span>
          </button>
        </h2>
        {!readOnly && (
          <span className={styles.acts}>
            {([-1, 1] as const).map((by) => (
              <ActionIcon
                key={by}
                variant="subtle"
                color="gray"
                data-act={by < 0 ? "up" : "down"}
                disabled={index + by < 0 || index + by >= count}
                aria-label={t(by < 0 ? "ordered.up" : "ordered.down", { name })}
                onClick={() => {
                  move(by);
                }}
              >
                {by < 0 ? <IconArrowUp size={16} /> : <IconArrowDown size={16} />}
              </ActionIcon>
            ))}
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t("ordered.remove", { name })}
              onClick={acts.onRemove}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </span>
        )}
      </div>
      {error !== undefined && <p className={styles.error}>{error}</p>}
      {shown && (
        <fieldset disabled={readOnly} className={styles.body}>
          {acts.children()}
        </fieldset>
      )}
    </li>
  );
}
