/** Pictures that were put into a text on this device, as long as the page is open: shown before the service has them. */

/** What a reader is given as a picture; everything else is a file that comes with it. */
const SHOWN = new Set(["image/png", "image/jpeg", "image/gif", "image/webp"]);

export const isPicture = ({ type }: { type: string }): boolean => SHOWN.has(type);

const MOST = 50;
const addresses = new Map<string, string>();

/** `key` names it in the text that is being written. */
export function keepPicture(key: string, file: File): void {
  addresses.set(key, URL.createObjectURL(file));
  for (const [oldest, address] of addresses) {
    if (addresses.size <= MOST) break;
    URL.revokeObjectURL(address);
    addresses.delete(oldest);
  }
}

/** It has another name, too, where it was sent. */
export function alsoNamed(key: string, id: string): void {
  const address = addresses.get(key);
  if (address !== undefined) addresses.set(id, address);
}

export const pictureHere = (key: string): string | undefined => addresses.get(key);
