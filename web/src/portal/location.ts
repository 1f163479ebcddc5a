/** The portal's few addresses need no router library: links stay plain links, followed without a reload. */
import { useSyncExternalStore } from "react";

const listeners = new Set<() => void>();
const tell = () => {
  for (const changed of listeners) changed();
};

export function go(to: string, how: "push" | "replace" = "push"): void {
  if (how === "replace") window.history.replaceState(null, "", to);
  else window.history.pushState(null, "", to);
  tell();
}

export const usePath = (): string =>
  useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => window.location.pathname,
  );

/** Addresses that belong to others on the same origin. */
const ELSEWHERE = /^\/(agent|local|api|login|logout|oauth2)(\/|$)/;

function followLink(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey)
    return;
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
  if (link?.target !== "" || link.origin !== window.location.origin) return;
  if (ELSEWHERE.test(link.pathname)) return;
  event.preventDefault();
  go(link.pathname + link.search + link.hash);
}

export function followLinks(): void {
  document.addEventListener("click", followLink);
  window.addEventListener("popstate", tell);
}
