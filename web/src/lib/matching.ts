/** How well words answer what is typed. */

const folded = (text: string): string => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLocaleLowerCase();

/** 3 where it begins so, 2 where a word does, 1 where it is within; each word that is typed has to be found. */
function closeness(words: string, typed: readonly string[]): number {
  const text = folded(words);
  const each = typed.map((part) => {
    if (text.startsWith(part)) return 3;
    const at = text.indexOf(part);
    if (at < 0) return 0;
    return /[\p{L}\p{N}]/u.test(text.charAt(at - 1)) ? 1 : 2;
  });
  return each.includes(0) ? 0 : Math.max(...each);
}

/** Those whose words hold everything that is typed, the closest first; otherwise in the order they came in. */
export function matching<T>(all: readonly T[], typed: string, wordsOf: (one: T) => string): T[] {
  const parts = folded(typed).split(/\s+/).filter(Boolean);
  if (parts.length === 0) return [...all];
  return all
    .map((one) => ({ one, close: closeness(wordsOf(one), parts) }))
    .filter(({ close }) => close > 0)
    .toSorted((left, right) => right.close - left.close)
    .map(({ one }) => one);
}
