/** "1.2k" from a thousand on; cut, not rounded: there are never fewer than it says. */
export const short = (count: number, language: string): string =>
  count < 1_000 ? String(count) : `${(Math.floor(count / 100) / 10).toLocaleString(language)}k`;
