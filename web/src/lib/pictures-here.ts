/** Pictures that were put into a text on this device: shown before the service has them, and after a reload. */

import { draftOwner } from "./draft";

/** What a reader is given as a picture; everything else is a file that comes with it. */
const SHOWN = new Set(["image/png", "image/jpeg", "image/gif", "image/webp"]);

export const isPicture = ({ type }: { type: string }): boolean => SHOWN.has(type);

const MOST = 50;
const STORE = "helpdesk.pictures";
/** Each person's own, as their drafts are. */
const storeName = (): string => `${STORE}.${draftOwner() ?? ""}`;
const addresses = new Map<string, string>();

const placeOf = (key: string): string => `/pictures/${encodeURIComponent(key)}`;

/** Where browsers let pages keep more than words; without it a picture is there until the page is closed. */
async function store(): Promise<Cache | null> {
  return "caches" in window ? window.caches.open(storeName()).catch(() => null) : null;
}

async function remember(key: string, picture: Blob): Promise<void> {
  const kept = await store();
  if (kept === null) return;
  await kept.put(placeOf(key), new Response(picture));
  // In the order in which they came.
  const all = await kept.keys();
  await Promise.all(all.slice(0, -MOST).map((oldest) => kept.delete(oldest)));
}

function show(key: string, picture: Blob): string {
  const address = URL.createObjectURL(picture);
  addresses.set(key, address);
  for (const [oldest, one] of addresses) {
    if (addresses.size <= MOST) break;
    URL.revokeObjectURL(one);
    addresses.delete(oldest);
  }
  return address;
}

/** `key` names it in the text that is being written. */
export function keepPicture(key: string, file: File): void {
  show(key, file);
  // A full store costs the picture after a reload, not the file.
  void remember(key, file).catch(() => undefined);
}

/** It has another name, too, where it was sent. */
export function alsoNamed(key: string, id: string): void {
  const address = addresses.get(key);
  if (address === undefined) return;
  addresses.set(id, address);
  void recall(key)
    .then((picture) => (picture === null ? undefined : remember(id, picture)))
    .catch(() => undefined);
}

/** Who signs out leaves none behind. */
export async function forgetPictures(): Promise<void> {
  for (const address of new Set(addresses.values())) URL.revokeObjectURL(address);
  addresses.clear();
  // Those of a time when they were nobody's own go, too.
  if ("caches" in window)
    await Promise.allSettled([storeName(), STORE].map((name) => window.caches.delete(name)));
}

export const pictureHere = (key: string): string | undefined => addresses.get(key);

async function recall(key: string): Promise<Blob | null> {
  const kept = await (await store())?.match(placeOf(key));
  return kept === undefined ? null : kept.blob();
}

/** One that an earlier page put into a text; null of what this device never had. */
export async function earlierPicture(key: string): Promise<string | null> {
  const known = addresses.get(key);
  if (known !== undefined) return known;
  const picture = await recall(key).catch(() => null);
  return picture === null ? null : (addresses.get(key) ?? show(key, picture));
}
