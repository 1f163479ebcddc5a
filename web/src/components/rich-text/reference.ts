const REFERENCE = /^cid:(.+)$/;

/** Which file a picture in a text is; null of one that is none. */
export const fileOf = (src: string | null): string | null => REFERENCE.exec(src ?? "")?.[1] ?? null;

/** Where a picture of another server lies. One of a single dot only tells who sent it that it was read: it is none. */
export function elsewhereOf(image: Element): string | null {
  if (fileOf(image.getAttribute("src")) !== null) return null;
  const address = image.getAttribute("data-src") ?? "";
  const isDot = ["width", "height"].some((side) => Number(image.getAttribute(side) ?? 100) <= 2);
  return !isDot && /^https?:/i.test(address) ? address : null;
}

export const referenceTo = (file: string): string => `cid:${file}`;

/** Whether the text has a picture that is this file. */
export const shows = (html: string | null, file: string): boolean =>
  html?.includes(`"${referenceTo(file)}"`) ?? false;

/** The pictures in a text: which files they are, and their names. */
export function picturesOf(html: string | null): { file: string; name: string }[] {
  if (!html?.includes("<img")) return [];
  const { body } = new DOMParser().parseFromString(html, "text/html");
  return [...body.querySelectorAll("img")].map((picture) => ({
    file: fileOf(picture.getAttribute("src")) ?? "",
    name: picture.getAttribute("alt") ?? "",
  }));
}

/** The text with each picture by the name that `named` has for it, and without those for which it has none. */
export function withPictures(html: string, named: (file: string) => string | null): string {
  if (!html.includes("<img")) return html;
  const { body } = new DOMParser().parseFromString(html, "text/html");
  for (const picture of body.querySelectorAll("img")) {
    const name = named(fileOf(picture.getAttribute("src")) ?? "");
    if (name === null) picture.remove();
    else picture.setAttribute("src", referenceTo(name));
  }
  return body.innerHTML;
}
