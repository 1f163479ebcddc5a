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

/** "From: … Sent: …", above what somebody passes on or answers. */
const HEAD = /^\s*(From|Von|De):[\s\S]{1,300}?(Sent|Date|Gesendet|Datum|Envoy\u00e9):/;

const wordsOf = (node: ChildNode | undefined): string => node?.textContent ?? "";

const inLine = (text: string): string => text.replace(/\s+/g, " ");

const hasPicture = (node: ChildNode | undefined): boolean =>
  node instanceof Element && (node.localName === "img" || node.querySelector("img") !== null);

const isEmpty = (node: ChildNode | undefined): boolean => isBlank(wordsOf(node)) && !hasPicture(node);

/** A quote, or a frame around one and the line that says who wrote it. */
function isQuote(node: ChildNode | null | undefined): boolean {
  if (!(node instanceof Element)) return false;
  if (node.localName === "blockquote") return true;
  const quote = node.lastElementChild;
  if (node.localName !== "div" || quote === null || !isQuote(quote)) return false;
  const whole = wordsOf(node);
  const above = whole.slice(0, whole.length - wordsOf(quote).length).trim();
  return above === "" || WROTE.test(inLine(above));
}

/** What the page consists of, within frames around all of it. */
function partsOf(body: Element): ChildNode[] {
  let root = body;
  for (;;) {
    const [only, ...others] = [...root.childNodes].filter((node) => !isEmpty(node));
    if (others.length > 0 || !(only instanceof Element) || only.localName !== "div" || isQuote(only)) break;
    root = only;
  }
  return [...root.childNodes];
}

/** Where the quote at the end begins; behind the last part where there is none. */
function endOf(parts: readonly ChildNode[]): number {
  const head = parts.findIndex((node, at) => at > 0 && HEAD.test(wordsOf(node)));
  if (head >= 0) return head;
  const behindWords = (from: number) => {
    let at = from;
    while (at > 0 && isEmpty(parts[at - 1])) at -= 1;
    return at;
  };
  let end = parts.length;
  let at = behindWords(end);
  while (at > 0 && isQuote(parts[at - 1])) {
    end = at - 1;
    at = behindWords(end);
  }
  const named = end < parts.length && at > 0 && WROTE.test(inLine(wordsOf(parts[at - 1])));
  return named ? at - 1 : end;
}

/** The page without the quote at its end; the same page where it has none, or is nothing else. */
export function withoutQuote(html: string): string {
  if (!/<blockquote|(From|Von|De):/.test(html)) return html;
  const { body } = new DOMParser().parseFromString(html, "text/html");
  const parts = partsOf(body);
  const hidden = parts.slice(endOf(parts));
  if (hidden.length === 0) return html;
  for (const node of hidden) node.remove();
  return isEmpty(body) ? html : body.innerHTML;
}
