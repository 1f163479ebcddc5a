/** Ids made of names: what addresses and other settings call a thing by. */

const LONGEST = 64;

export const ID = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** Letters that do not come apart into a plain one and a mark. */
const LETTERS: Record<string, string> = {
  ...{ ä: "ae", ö: "oe", ü: "ue", ß: "ss" },
  ...{ æ: "ae", œ: "oe", ø: "oe", å: "aa", þ: "th", ð: "d", đ: "d", ł: "l", ı: "i" },
};

/** "Büro Köln" is `buero-koeln`; empty for a name without a letter that could stand in one. */
export const idOf = (name: string): string =>
  name
    .normalize("NFC")
    .toLowerCase()
    .replace(/\P{ASCII}/gu, (letter) => LETTERS[letter] ?? letter)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-/, "")
    .slice(0, LONGEST)
    .replace(/-$/, "");

/** The same, or with the first number behind it that makes it one's own. */
export function freeId(wanted: string, taken: readonly (string | undefined)[]): string {
  for (let number = 1; ; number += 1) {
    const end = number === 1 ? "" : `-${number}`;
    const id = wanted.slice(0, LONGEST - end.length).replace(/-$/, "") + end;
    if (!taken.includes(id)) return id;
  }
}

/** Of a name, among others; `otherwise` is for a name that gives none. */
export const madeId = (name: string, otherwise: string, taken: readonly (string | undefined)[]): string =>
  freeId(idOf(name) || otherwise, taken);
