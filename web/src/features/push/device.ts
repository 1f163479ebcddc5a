/** Notes on this device: what the browser allows, and its subscription. */
import type { PushDevices } from "@/api/types";

const WORKER = "/sw.js";
const SCOPE = "/agent";
/** The device of this browser, as the service calls it. */
const KEPT = "helpdesk.device";

/** What stands in the way; null when nothing does. */
export type Hindrance = "unsupported" | "refused";

export function hindrance(): Hindrance | null {
  const { Notification, PushManager } = window as Partial<typeof window>;
  if (!("serviceWorker" in navigator) || Notification === undefined || PushManager === undefined)
    return "unsupported";
  return Notification.permission === "denied" ? "refused" : null;
}

export const ownDevice = (): string | null => window.localStorage.getItem(KEPT);

/** It is told here, with the key that is given out now. */
export const isOn = ({ items }: PushDevices): boolean =>
  hindrance() === null && items.some(({ id, current }) => id === ownDevice() && current);

const bytes = (written: string): Uint8Array<ArrayBuffer> => {
  const text = window.atob(written.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
};

const text = (found: ArrayBuffer | null): string =>
  window
    .btoa(String.fromCharCode(...new Uint8Array(found ?? new ArrayBuffer(0))))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

export interface DeviceDraft {
  endpoint: string;
  p256dh: string;
  auth: string;
}

/** Asks whether it may, and subscribes; null when the person said no. Called from a click alone: browsers want that. */
export async function subscribed(key: string): Promise<DeviceDraft | null> {
  if ((await Notification.requestPermission()) !== "granted") return null;
  const worker = await navigator.serviceWorker.register(WORKER, { scope: SCOPE });
  // One of another person at this browser, or of an older key, takes no notes of ours.
  await (await worker.pushManager.getSubscription())?.unsubscribe();
  const made = await worker.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: bytes(key),
  });
  return { endpoint: made.endpoint, p256dh: text(made.getKey("p256dh")), auth: text(made.getKey("auth")) };
}

export const keepDevice = (id: string): void => {
  window.localStorage.setItem(KEPT, id);
};

export async function forgetDevice(): Promise<void> {
  window.localStorage.removeItem(KEPT);
  const worker = await navigator.serviceWorker.getRegistration(SCOPE);
  await (await worker?.pushManager.getSubscription())?.unsubscribe();
}

/** Be told where a note leads that was clicked while this page is open. */
export function onNoteClicked(go: (address: string) => void): () => void {
  const { serviceWorker } = navigator as Partial<Navigator>;
  const listener = ({ data }: MessageEvent<{ type?: string; address?: string } | null>) => {
    if (data?.type === "open" && data.address !== undefined) go(data.address.replace(/^\/agent/, ""));
  };
  serviceWorker?.addEventListener("message", listener);
  return () => serviceWorker?.removeEventListener("message", listener);
}
