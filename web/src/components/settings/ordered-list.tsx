import { ActionIcon, Button } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconChevronDown, IconPlus, IconTrash } from "@tabler/icons-react";
import { useRef, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { announce } from "@/lib/announcer";
import type { Refused } from "@/lib/field-errors";
import { FIELDS, useFocusAfterChange } from "@/lib/focus";

import styles from "./ordered-list.module.css";

interface Props<T> {
  label: string;
  items: readonly T[];
  onChange: (items: T[]) => void;
  titleOf: (item: T) => string;
  noteOf?: (item: T) => ReactNode;
  refusedOf?: (index: number) => Refused;
  children: (item: T, set: (item: T) => void, index: number) => ReactNode;
  addLabel: string;
  create: () => T;
  readOnly?: boolean;
}

/** Things in an order that matters: each opens, moves up and down, by mouse and by keyboard. */
export function OrderedList<T>(props: Props<T>) {
  const { label, items, onChange, titleOf, noteOf, refusedOf, children, addLabel, create, readOnly } = props;
  const { t } = useTranslation("settings");
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const list = useRef<HTMLOListElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  const wrong = items.flatMap((_, index) => (refusedOf?.(index).error === undefined ? [] : [index]));
  const [shownWrong, setShownWrong] = useState("");
  if (wrong.join() !== shownWrong) {
    setShownWrong(wrong.join());
    setOpen(new Set([...open, ...wrong]));
  }
  const toggle = (index: number) => {
    setOpen(
      (before) =>
        new Set(before.has(index) ? [...before].filter((one) => one !== index) : [...before, index]),
    );
  };
  const focusAfter = useFocusAfterChange();
  const focus = (index: number, what: string) => {
    focusAfter(() => list.current?.children.item(index)?.querySelector(what) ?? add.current);
  };
  const move = (index: number, by: -1 | 1) => {
    const [item, other] = [items[index], items[index + by]];
    if (item === undefined || other === undefined) return;
    onChange(items.map((one, at) => (at === index ? other : at === index + by ? item : one)));
    setOpen((before) => {
      const swapped = (at: number) => (at === index ? index + by : at === index + by ? index : at);
      return new Set([...before].map(swapped));
    });
    const there = index + by;
    const end = by < 0 ? there === 0 : there === items.length - 1;
    focus(there, `[data-act=${end === by < 0 ? "down" : "up"}]`);
    announce(t("ordered.moved", { name: titleOf(item), place: there + 1, count: items.length }));
  };
  const remove = (index: number) => {
    onChange(items.filter((_, at) => at !== index));
    setOpen(
      (before) => new Set([...before].filter((at) => at !== index).map((at) => (at > index ? at - 1 : at))),
    );
    focus(Math.max(index - 1, 0), "[data-act=open]");
  };
  return (
    <div className={styles.all}>
      <ol ref={list} className={styles.list} aria-label={label}>
        {items.map((item, index) => {
          const name = titleOf(item);
          const shown = open.has(index);
          const { error, "data-place": place } = refusedOf?.(index) ?? {};
          return (
            <li key={index} data-name={name} className={styles.item}>
              <div className={styles.head}>
                <h2 className={styles.heading}>
                  <button
                    type="button"
                    data-act="open"
                    data-place={place}
                    className={styles.title}
                    aria-expanded={shown}
                    onClick={() => {
                      toggle(index);
                    }}
                  >
                    <IconChevronDown size={16} aria-hidden className={shown ? styles.turned : undefined} />
                    <span>
                      <strong>
                        <bdi>{name}</bdi>
                      </strong>
                      {noteOf && <span className={styles.note}>{noteOf(item)}</span>}
                    </span>
                  </button>
                </h2>
                {!readOnly && (
                  <span className={styles.acts}>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      data-act="up"
                      disabled={index === 0}
                      aria-label={t("ordered.up", { name })}
                      onClick={() => {
                        move(index, -1);
                      }}
                    >
                      <IconArrowUp size={16} />
                    </ActionIcon>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      data-act="down"
                      disabled={index === items.length - 1}
                      aria-label={t("ordered.down", { name })}
                      onClick={() => {
                        move(index, 1);
                      }}
                    >
                      <IconArrowDown size={16} />
                    </ActionIcon>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      aria-label={t("ordered.remove", { name })}
                      onClick={() => {
                        remove(index);
                      }}
                    >
                      <IconTrash size={16} />
                    </ActionIcon>
                  </span>
                )}
              </div>
              {error !== undefined && <p className={styles.error}>{error}</p>}
              {shown && (
                <fieldset disabled={readOnly} className={styles.body}>
                  {children(
                    item,
                    (next) => {
                      onChange(items.map((one, at) => (at === index ? next : one)));
                    },
                    index,
                  )}
                </fieldset>
              )}
            </li>
          );
        })}
      </ol>
      {!readOnly && (
        <Button
          ref={add}
          size="xs"
          variant="default"
          className={styles.add}
          leftSection={<IconPlus size={14} />}
          onClick={() => {
            onChange([...items, create()]);
            setOpen((before) => new Set([...before, items.length]));
            focus(items.length, `:scope > fieldset :is(${FIELDS})`);
          }}
        >
          {addLabel}
        </Button>
      )}
    </div>
  );
}
