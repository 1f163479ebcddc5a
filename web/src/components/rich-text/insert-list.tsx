import { Portal } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEditorState, type Editor } from "@tiptap/react";
import {
  useEffect,
  useId,
  useImperativeHandle,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type Ref,
} from "react";
import { useTranslation } from "react-i18next";

import { announce } from "@/lib/announcer";
import { keyOf } from "@/lib/shortcuts";
import { useRested } from "@/lib/rested";

import styles from "./insert-list.module.css";
import { askedBefore, THING, type Asked, type Insert, type Inserts } from "./inserts";

export interface InsertListHandle {
  /** Whether the key was meant for the list. */
  key: (event: KeyboardEvent) => boolean;
}

interface Props {
  ref: Ref<InsertListHandle>;
  editor: Editor;
  of: Inserts;
}

const RESTS_MS = 150;
const FRESH_MS = 60_000;
const WIDTH = 380;
const HEIGHT = 320;
const GAP = 6;

function askedIn(editor: Editor, sign: Inserts["sign"]): Asked | null {
  const { doc, schema, selection } = editor.state;
  const { $from, empty, from: to } = selection;
  if (!empty || !editor.isFocused || $from.parent.type.spec.code === true) return null;
  const text = askedBefore($from.parent.textBetween(0, $from.parentOffset, undefined, THING), sign);
  if (text === null) return null;
  const from = to - text.length - sign.length;
  // In the words of a link the sign is one of them.
  const { link, code } = schema.marks;
  if ([link, code].some((mark) => mark !== undefined && doc.rangeHasMark(from, to, mark))) return null;
  return { from, to, text };
}

/** Above what one writes, where there is room. */
function placeAt(editor: Editor, at: number): CSSProperties {
  const { innerWidth, innerHeight } = window;
  try {
    const { left, top, bottom } = editor.view.coordsAtPos(at);
    const start = Math.max(GAP, Math.min(left, innerWidth - WIDTH - GAP));
    return top > HEIGHT
      ? { left: start, bottom: innerHeight - top + GAP }
      : { left: start, top: bottom + GAP };
  } catch {
    return { left: GAP, top: GAP };
  }
}

/** Opens behind a sign, and is chosen from without leaving the text: it never takes the focus. */
export function InsertList({ ref, editor, of }: Props) {
  const { t } = useTranslation("agent");
  const id = useId();
  const asked = useEditorState({ editor, selector: (now) => askedIn(now.editor, of.sign) });
  const [closedAt, setClosedAt] = useState<number | null>(null);
  const [at, setAt] = useState<{ text: string; index: number | null } | null>(null);
  const wanted = asked !== null && asked.from !== closedAt ? asked : null;
  const text = useRested(wanted?.text ?? "", RESTS_MS);
  const found = useQuery({
    queryKey: ["inserts", of.sign, text],
    queryFn: () => of.find(text),
    enabled: wanted !== null && text === wanted.text,
    staleTime: FRESH_MS,
    retry: false,
  });
  const items = (wanted !== null && text === wanted.text ? found.data : undefined) ?? [];
  const count = items.length;
  // Behind one word the first is meant; among several words a new line may be.
  const usual = wanted !== null && wanted.text !== "" && !wanted.text.includes(" ") ? 0 : null;
  const current = at !== null && at.text === wanted?.text ? at.index : usual;
  const open = wanted !== null && count > 0;

  useEffect(() => {
    if (open) announce(t("inserts.found", { count }));
  }, [open, count, t]);
  useEffect(() => {
    const { dom } = editor.view;
    const put = (name: string, value: string | null) => {
      if (value === null) dom.removeAttribute(name);
      else dom.setAttribute(name, value);
    };
    put("aria-controls", open ? id : null);
    put("aria-activedescendant", open && current !== null ? `${id}-${current}` : null);
  }, [editor, open, id, current]);

  const insert = ({ text: words, href }: Insert) => {
    if (wanted === null) return;
    const marks = href === undefined ? [] : [{ type: "link", attrs: { href } }];
    const content = [
      { type: "text", text: words, marks },
      { type: "text", text: " " },
    ];
    editor.chain().focus().insertContentAt({ from: wanted.from, to: wanted.to }, content).run();
  };
  const step = (by: 1 | -1) => {
    const next = current === null ? (by > 0 ? 0 : count - 1) : (current + by + count) % count;
    setAt({ text: wanted?.text ?? "", index: next });
  };
  useImperativeHandle(ref, () => ({
    key: (event) => {
      if (!open) return false;
      const chosen = current === null ? undefined : items[current];
      switch (keyOf(event)) {
        case "ArrowDown":
          step(1);
          return true;
        case "ArrowUp":
          step(-1);
          return true;
        case "Escape":
          setClosedAt(wanted.from);
          return true;
        case "Enter":
          if (chosen === undefined) return false;
          insert(chosen);
          return true;
        default:
          return false;
      }
    },
  }));

  if (!open) return null;
  return (
    <Portal>
      <div
        id={id}
        role="listbox"
        aria-label={of.label}
        className={styles.list}
        style={placeAt(editor, wanted.from)}
      >
        {items.map((item, index) => (
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the keys are those of the text
          <div
            key={item.id}
            id={`${id}-${index}`}
            ref={(row) => {
              if (index === current) row?.scrollIntoView({ block: "nearest" });
            }}
            role="option"
            aria-selected={index === current}
            className={styles.item}
            onMouseDown={(event) => {
              event.preventDefault();
            }}
            onClick={() => {
              insert(item);
            }}
          >
            <span className={styles.words}>
              <bdi lang={item.lang}>{item.words}</bdi>
            </span>
            <span className={styles.detail} lang={item.lang}>
              <bdi>{item.detail}</bdi>
            </span>
          </div>
        ))}
      </div>
    </Portal>
  );
}
