/** Light or dark: the system's at first, then what the person chose. Set before the first paint by public/first-paint.js. */
import { useSyncExternalStore } from "react";

export type SchemeChoice = "auto" | "light" | "dark";

const CHOICE = "helpdesk.scheme";
const ATTRIBUTE = "data-mantine-color-scheme";
const listeners = new Set<() => void>();
let printing = false;
const systemDark = (): MediaQueryList => window.matchMedia("(prefers-color-scheme: dark)");

export function schemeChoice(): SchemeChoice {
  const stored = window.localStorage.getItem(CHOICE);
  return stored === "light" || stored === "dark" ? stored : "auto";
}

function paint(): void {
  const choice = schemeChoice();
  const dark = !printing && (choice === "dark" || (choice === "auto" && systemDark().matches));
  document.documentElement.setAttribute(ATTRIBUTE, dark ? "dark" : "light");
  for (const changed of listeners) changed();
}

export function chooseScheme(choice: SchemeChoice): void {
  if (choice === "auto") window.localStorage.removeItem(CHOICE);
  else window.localStorage.setItem(CHOICE, choice);
  paint();
}

/** Paper is light. */
const print = (is: boolean) => () => {
  printing = is;
  paint();
};

export function followSystemScheme(): void {
  window.addEventListener("beforeprint", print(true));
  window.addEventListener("afterprint", print(false));
  systemDark().addEventListener("change", paint);
  paint();
}

/** What is painted now, after choice and system. */
export function usePaintedScheme(): "light" | "dark" {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => (document.documentElement.getAttribute(ATTRIBUTE) === "dark" ? "dark" : "light"),
  );
}

export function useSchemeChoice(): SchemeChoice {
  return useSyncExternalStore((changed) => {
    listeners.add(changed);
    return () => listeners.delete(changed);
  }, schemeChoice);
}
