/** What a mail repeats or ends with: told apart where the text itself shows it plainly. */

const SIGNATURE = /^-- ?$/;
const QUOTE = /^\s*>/;
/** "On Monday Tom wrote:", above what he wrote. */
const WROTE = /\b(wrote|schrieb)\b.*:\s*$/;

const isBlank = (line: string): boolean => line.trim() === "";

function withoutEnd(lines: readonly string[]): number {
  let end = lines.findIndex((line, at) => at > 0 && SIGNATURE.test(line));
  if (end < 0) end = lines.length;
  let quote = end;
  while (quote > 0 && (isBlank(lines[quote - 1] ?? "") || QUOTE.test(lines[quote - 1] ?? ""))) quote -= 1;
  if (!lines.slice(quote, end).some((line) => QUOTE.test(line))) return end;
  return WROTE.test(lines[quote - 1] ?? "") ? quote - 1 : quote;
}

/** The words, and behind them the quote and signature at their end. A text that is nothing else is shown whole. */
export function splitQuoted(text: string): { shown: string; hidden: string } {
  const lines = text.split("\n");
  const shown = lines.slice(0, withoutEnd(lines)).join("\n");
  return isBlank(shown) ? { shown: text, hidden: "" } : { shown, hidden: text.slice(shown.length) };
}

/** As it stands in an answer. */
export const asQuote = (text: string): string =>
  `${splitQuoted(text)
    .shown.trim()
    .split("\n")
    .map((line) => (line === "" ? ">" : `> ${line}`))
    .join("\n")}\n`;
