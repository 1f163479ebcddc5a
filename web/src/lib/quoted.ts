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

const hasPicture = (node: Element): boolean => node.querySelector("img") !== null;

/** A quote, or a frame around one and the line that says who wrote it. */
function isQuote(node: Element): boolean {
  if (node.localName === "blockquote") return true;
  const quote = node.lastElementChild;
  if (node.localName !== "div" || quote === null || !isQuote(quote)) return false;
  const above = (node.textContent ?? "").slice(0, -(quote.textContent ?? "").length || undefined).trim();
  return above === "" || WROTE.test(above.replace(/\s+/g, " "));
}

/** What the page consists of, within frames around all of it. */
function partsOf(body: Element): ChildNode[] {
  let root = body;
  for (;;) {
    const [only, ...others] = [...root.childNodes].filter(
      (node) => !isBlank(node.textContent ?? "") || isFilled(node),
    );
    if (others.length > 0 || !(only instanceof Element) || only.localName !== "div" || isQuote(only)) break;
    root = only;
  }
  return [...root.childNodes];
}

const isFilled = (node: ChildNode): boolean =>
  node instanceof Element && (node.localName === "img" || hasPicture(node));

/** The page without the quote at its end; the same page where it has none, or is nothing else. */
export function withoutQuote(html: string): string {
  if (!/<blockquote|(From|Von|De):/.test(html)) return html;
  const { body } = new DOMParser().parseFromString(html, "text/html");
  const parts = partsOf(body);
  let end = parts.findIndex((node, at) => at > 0 && HEAD.test(node.textContent ?? ""));
  if (end < 0) {
    end = parts.length;
    let at = end;
    while (at > 0 && !isFilled(parts[at - 1] as ChildNode) && isBlank(parts[at - 1]?.textContent ?? ""))
      at -= 1;
    while (at > 0 && parts[at - 1] instanceof Element && isQuote(parts[at - 1] as Element)) {
      at -= 1;
      end = at;
      while (at > 0 && isBlank(parts[at - 1]?.textContent ?? "")) at -= 1;
    }
    if (end === parts.length) return html;
    if (at > 0 && WROTE.test((parts[at - 1]?.textContent ?? "").replace(/\s+/g, " "))) end = at - 1;
  }
  for (const node of parts.slice(end)) node.remove();
  return isBlank(body.textContent ?? "") && !hasPicture(body) ? html : body.innerHTML;
}
