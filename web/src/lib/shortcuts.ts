/** Single keys as shortcuts. They keep quiet while somebody types, and can be switched off (WCAG 2.1.4). */
import { createContext, use, useLayoutEffect, useRef, useSyncExternalStore, type RefObject } from "react";

const CHOICE = "helpdesk.shortcuts";
const listeners = new Set<() => void>();

export const shortcutsOn = (): boolean => window.localStorage.getItem(CHOICE) !== "off";

export function switchShortcuts(on: boolean): void {
  if (on) window.localStorage.removeItem(CHOICE);
  else window.localStorage.setItem(CHOICE, "off");
  for (const changed of listeners) changed();
}

export function useShortcutsOn(): boolean {
  return useSyncExternalStore((changed) => {
    listeners.add(changed);
    return () => listeners.delete(changed);
  }, shortcutsOn);
}

/** What is pressed, in the words of `event.key`: "Ctrl+Enter", where Ctrl is Cmd on a Mac. */
export const keyOf = (event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey">): string => {
  const control = event.ctrlKey || event.metaKey;
  return `${control ? "Ctrl+" : ""}${control && event.shiftKey ? "Shift+" : ""}${event.key}`;
};

/** A field that only opens a list is no place to type, until that is open. */
const TYPING =
  "input:not([readonly]), input[aria-expanded=true], textarea, select, [contenteditable], " +
  "[role=dialog], [role=menu], [role=listbox]";

function isTaken({ target, altKey, defaultPrevented }: KeyboardEvent): boolean {
  if (altKey || defaultPrevented || !shortcutsOn()) return true;
  if (document.querySelector("[role=dialog][aria-modal=true]") !== null) return true;
  return target instanceof Element && target.closest(TYPING) !== null;
}

/**
 * Arrows, Enter and the like mean something everywhere; they are ours only in a grid, Escape alone wherever nobody types.
 * The space bar presses what it stands on: it is ours on a row itself.
 */
function isOurs({ key, target }: KeyboardEvent): boolean {
  if (key === " ") return target instanceof Element && target.matches("[role=row]");
  return (
    key.length === 1 ||
    key === "Escape" ||
    (target instanceof Element && target.closest("[role=grid]") !== null)
  );
}

/** Keys that were pressed one after the other ("g m"): done, the beginning of more, or nothing to this page. */
type Answer = "done" | "more" | null;
type Press = (keys: string) => Answer;

/** What stands in a part of the page of its own is asked first while the keyboard is in that part. */
export const KeyPart = createContext<RefObject<HTMLElement | null> | null>(null);

const pages: { press: { current: Press }; part: RefObject<HTMLElement | null> | null }[] = [];
const BEGUN_MS = 1_500;
let begun = "";
let ends: number | undefined;

function ended(): void {
  window.clearTimeout(ends);
  begun = "";
}

/** The page lies upon the shell: what was opened last is asked first. */
function inOrder(target: EventTarget | null) {
  const isNear = ({ part }: (typeof pages)[number]) =>
    target instanceof Node && part?.current?.contains(target) === true;
  const all = pages.toReversed();
  return [...all.filter(isNear), ...all.filter((page) => !isNear(page))];
}

function asked(keys: string, target: EventTarget | null): Answer {
  let answer: Answer = null;
  for (const { press } of inOrder(target)) answer ??= press.current(keys);
  return answer;
}

function onKey(event: KeyboardEvent): void {
  if (event.key === "Shift") return;
  if (event.ctrlKey || event.metaKey) {
    // Together with Ctrl a key is no single key: it acts wherever one is, also while typing.
    ended();
    if (!event.altKey && !event.defaultPrevented && asked(keyOf(event), event.target) !== null)
      event.preventDefault();
    return;
  }
  if (isTaken(event) || !isOurs(event)) {
    ended();
    return;
  }
  const key = event.key === " " ? "Space" : event.key;
  const keys = begun === "" ? key : `${begun} ${key}`;
  ended();
  const answer = asked(keys, event.target);
  if (answer === null) return;
  event.preventDefault();
  if (answer === "done") return;
  begun = keys;
  ends = window.setTimeout(ended, BEGUN_MS);
}

/** Be told what is pressed while this is on the page. */
export function usePressed(press: Press): void {
  const latest = useRef(press);
  const part = use(KeyPart);
  // With what is drawn, not some time after it: a key in between would act on what stood there before.
  useLayoutEffect(() => {
    latest.current = press;
  });
  useLayoutEffect(() => {
    if (pages.length === 0) document.addEventListener("keydown", onKey);
    const page = { press: latest, part };
    pages.push(page);
    return () => {
      pages.splice(pages.indexOf(page), 1);
      if (pages.length > 0) return;
      document.removeEventListener("keydown", onKey);
      ended(); // what was begun here is not gone on with elsewhere
    };
  }, [part]);
}
