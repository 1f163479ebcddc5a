import { ActionIcon, Button } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { Fragment, type ReactNode, type RefObject } from "react";

import { useRows } from "@/lib/rows";

import styles from "./row-list.module.css";

interface Acts<Row> {
  index: number;
  set: (row: Row) => void;
  remove: () => void;
}

interface Props<Row> {
  rows: readonly Row[];
  onChange: (rows: Row[]) => void;
  className?: string | undefined;
  /** Of the element around a row; without one, rows bring their own, marked `data-row`. */
  rowClass?: string | undefined;
  /** How a row is called by those who do not see it. */
  nameOf?: (row: Row, index: number) => string;
  /** What keeps a row apart from the others, where that is more than its place. */
  keyOf?: (row: Row) => string;
  /** Told as a list, without names for its rows. */
  isList?: boolean;
  /** The button below, and what it adds. */
  add?: { label: string; create: () => Row; look?: "default" | "subtle" } | undefined;
  /** What adds a row otherwise, marked `data-add`; it stands behind the rows. */
  adder?: (add: (row: Row) => void) => ReactNode;
  children: (row: Row, acts: Acts<Row>) => ReactNode;
}

/** Rows that people add and take away; the keyboard goes on where it makes sense. */
export function RowList<Row>({
  rows,
  onChange,
  className,
  rowClass,
  nameOf,
  keyOf,
  isList = false,
  add,
  adder,
  children,
}: Props<Row>) {
  const [holder, focus] = useRows();
  const append = (row: Row) => {
    onChange([...rows, row]);
    focus.added();
  };
  const actsOf = (index: number): Acts<Row> => ({
    index,
    set: (next) => {
      onChange(rows.map((row, at) => (at === index ? next : row)));
    },
    remove: () => {
      onChange(rows.filter((_, at) => at !== index));
      focus.removed(index);
    },
  });
  const drawn = rows.map((row, index) => {
    const key = keyOf?.(row) ?? index;
    const content = children(row, actsOf(index));
    if (isList) {
      return (
        <li key={key} data-row className={rowClass}>
          {content}
        </li>
      );
    }
    if (rowClass === undefined) return <Fragment key={key}>{content}</Fragment>;
    const name = nameOf?.(row, index);
    return (
      <div
        key={key}
        data-row
        className={rowClass}
        {...(name !== undefined && { role: "group", "aria-label": name })}
      >
        {content}
      </div>
    );
  });
  const button = add !== undefined && (
    <Button
      data-add
      size="xs"
      variant={add.look ?? "default"}
      className={styles.add}
      leftSection={<IconPlus size={14} />}
      onClick={() => {
        append(add.create());
      }}
    >
      {add.label}
    </Button>
  );
  return (
    <>
      {isList ? (
        <ul ref={holder as RefObject<HTMLUListElement | null>} className={className}>
          {drawn}
        </ul>
      ) : (
        <div ref={holder} className={className}>
          {drawn}
          {button}
        </div>
      )}
      {adder?.(append)}
    </>
  );
}

interface RemoveProps {
  label: string;
  size?: "md" | "lg";
  className?: string | undefined;
  onClick: () => void;
}

export function RemoveRow({ label, size = "lg", className, onClick }: RemoveProps) {
  return (
    <ActionIcon
      size={size}
      variant="subtle"
      color="gray"
      className={className}
      aria-label={label}
      onClick={onClick}
    >
      <IconX size={16} />
    </ActionIcon>
  );
}
