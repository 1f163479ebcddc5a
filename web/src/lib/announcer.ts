/** Say something to screen readers; the page's live region (components/live-region) listens. */
type Listener = (text: string) => void;

let listener: Listener | null = null;

export function announce(text: string): void {
  listener?.(text);
}

export function onAnnouncement(next: Listener): () => void {
  listener = next;
  return () => {
    if (listener === next) listener = null;
  };
}
