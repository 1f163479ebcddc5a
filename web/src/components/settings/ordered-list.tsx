import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useRef, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { announce } from "@/lib/announcer";
import type { Refused } from "@/lib/field-errors";
import { FIELDS, useFocusAfterChange } from "@/lib/focus";

import styles from "./ordered-list.module.css";
import { OrderedRow } from "./ordered-row";
import { moved, useTakenOut, type TakenOut } from "./taken-out";

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

const OPEN = "[data-act=open]";

/** Things in an order that matters: each opens, moves, and can be taken out, which is undone until it is saved. */
export function OrderedList<T>(props: Props<T>) {
  const { label, items, onChange, titleOf, noteOf, refusedOf, children, addLabel, create, readOnly } = props;
  const { t } = useTranslation("settings");
  const out = useTakenOut<T>(label);
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const list = useRef<HTMLOListElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  const wrong = items.flatMap((_, index) => (refusedOf?.(index).error === undefined ? [] : [index]));
  const [shownWrong, setShownWrong] = useState("");
  if (wrong.join() !== shownWrong) {
    setShownWrong(wrong.join());
    setOpen(new Set([...open, ...wrong]));
  }
  /** Those that are open, where they stand afterwards. */
  const reopen = (at: (index: number) => number | null) => {
    setOpen((before) => new Set([...before].flatMap((index) => at(index) ?? [])));
  };
  const toggle = (index: number) => {
    setOpen(
      (before) =>
        new Set(before.has(index) ? [...before].filter((one) => one !== index) : [...before, index]),
    );
  };
  const focusAfter = useFocusAfterChange();
  const focus = (row: string, what: string) => {
    focusAfter(() => list.current?.querySelector(`:scope > ${row}`)?.querySelector(what) ?? add.current);
  };
  const move = (from: number, to: number, what: string) => {
    const item = items[from];
    if (item === undefined || from === to || to < 0 || to >= items.length) return;
    const order = moved([...items.keys()], from, to);
    onChange(moved(items, from, to));
    reopen((index) => order.indexOf(index));
    focus(`[data-at="${to}"]`, what);
    announce(t("ordered.moved", { name: titleOf(item), place: to + 1, count: items.length }));
  };
  /** A button that moved it as far as it goes rests: the other one has the focus then. */
  const pressed = (to: number, by: -1 | 1) => {
    const end = by < 0 ? to === 0 : to === items.length - 1;
    return `[data-act=${end === by < 0 ? "down" : "up"}]`;
  };
  const remove = (item: T, index: number) => {
    onChange(items.filter((_, at) => at !== index));
    out.put(item, index);
    reopen((at) => (at === index ? null : at > index ? at - 1 : at));
    focus("[data-out=newest]", "button");
  };
  const bringBack = (one: TakenOut<T>) => {
    const at = Math.min(one.at, items.length);
    onChange([...items.slice(0, at), one.item, ...items.slice(at)]);
    out.back(one);
    reopen((index) => (index >= at ? index + 1 : index));
    focus(`[data-at="${at}"]`, OPEN);
  };
  const takenOut = (at: number) =>
    out.all
      .filter((one) => (at === items.length ? one.at >= at : one.at === at))
      .map((one) => (
        <li
          key={`out-${out.all.indexOf(one)}`}
          data-out={one === out.all.at(-1) ? "newest" : "before"}
          className={styles.out}
        >
          <span>
            <bdi>{titleOf(one.item)}</bdi> <span className={styles.quiet}>{t("ordered.out")}</span>
          </span>
          <Button
            size="compact-xs"
            variant="default"
            aria-label={t("ordered.backOf", { name: titleOf(one.item) })}
            onClick={() => {
              bringBack(one);
            }}
          >
            {t("ordered.back")}
          </Button>
        </li>
      ));
  return (
    <div className={styles.all}>
      <ol ref={list} className={styles.list} aria-label={label}>
        {items.flatMap((item, index) => [
          ...takenOut(index),
          <OrderedRow
            key={index}
            list={label}
            index={index}
            count={items.length}
            name={titleOf(item)}
            note={noteOf?.(item)}
            shown={open.has(index)}
            refused={refusedOf?.(index) ?? {}}
            readOnly={readOnly ?? false}
            onToggle={() => {
              toggle(index);
            }}
            onMove={(to, by) => {
              move(index, to, by === undefined ? OPEN : pressed(to, by));
            }}
            onTake={(from) => {
              move(from, index, OPEN);
            }}
            onRemove={() => {
              remove(item, index);
            }}
          >
            {() =>
              children(
                item,
                (next) => {
                  onChange(items.map((one, at) => (at === index ? next : one)));
                },
                index,
              )
            }
          </OrderedRow>,
        ])}
        {takenOut(items.length)}
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
            focus(`[data-at="${items.length}"]`, `:scope > fieldset :is(${FIELDS})`);
          }}
        >
          {addLabel}
        </Button>
      )}
    </div>
  );
}
