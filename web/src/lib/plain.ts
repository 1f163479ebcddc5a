/** Words as they are compared with others: without case, accents and the dots of umlauts. */
export const plain = (words: string): string =>
  words.normalize("NFKD").replace(/\p{M}/gu, "").trim().toLowerCase();
