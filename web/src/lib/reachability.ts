/** Whether the service can be reached: by what the browser knows of its network, and by how the last request fared. */
import { useSyncExternalStore } from "react";

const listeners = new Set<() => void>();
let answered = true;

function say(next: boolean): void {
  if (answered === next) return;
  answered = next;
  for (const changed of listeners) changed();
}

/** Any answer will do, also a refusal. */
export const wasAnswered = (): void => {
  say(true);
};
export const wasNotAnswered = (): void => {
  say(false);
};

export const isReachable = (): boolean => navigator.onLine && answered;

export function onReachability(changed: () => void): () => void {
  // A network that is back is worth a try.
  const back = () => {
    answered = true;
    changed();
  };
  listeners.add(changed);
  window.addEventListener("online", back);
  window.addEventListener("offline", changed);
  return () => {
    listeners.delete(changed);
    window.removeEventListener("online", back);
    window.removeEventListener("offline", changed);
  };
}

export const useReachable = (): boolean => useSyncExternalStore(onReachability, isReachable);
