const LONGEST_ID = 64;

/** A name as settings and addresses write it: "Büro Köln" is `buero-koeln`. */
export const idOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[äöü]/g, "$&e")
    .replaceAll("ß", "ss")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, LONGEST_ID)
    .replace(/^-|-$/g, "");
