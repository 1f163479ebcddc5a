/** What somebody writes: words, and their formatting where they have some. */
import type { JSONContent } from "@tiptap/core";

export interface Written {
  text: string;
  /** The same with its formatting; null when the text alone says all of it. */
  html: string | null;
}

export const NOTHING: Written = { text: "", html: null };

/** Text as paragraphs: every sign of it keeps its place, one further in. */
export const documentOf = (text: string): JSONContent => ({
  type: "doc",
  content: text.split("\n\n").map((paragraph) => ({
    type: "paragraph",
    content: paragraph
      .split("\n")
      .flatMap((line, index): JSONContent[] => [
        ...(index > 0 ? [{ type: "hardBreak" }] : []),
        ...(line === "" ? [] : [{ type: "text", text: line }]),
      ]),
  })),
});

/** Whether text alone says all of it. */
export const isPlain = ({ content = [] }: JSONContent): boolean =>
  content.every(
    (block) =>
      block.type === "paragraph" &&
      (block.content ?? []).every(({ type, marks = [] }) => type !== "picture" && marks.length === 0),
  );

const contentOf = ({ content = [] }: JSONContent): readonly JSONContent[] => content;

/** As the service makes it of HTML: lists and quotes by the signs that one types for them. */
export const textOf = (document: JSONContent): string => blocks(contentOf(document)).join("\n");

const isList = ({ type }: JSONContent): boolean => type === "bulletList" || type === "orderedList";

function blocks(nodes: readonly JSONContent[], inPoint = false): string[] {
  return nodes.flatMap((node, index) => {
    const apart = index > 0 && !(inPoint && isList(node));
    return [...(apart ? [""] : []), ...linesOf(node)];
  });
}

const behind = (first: string, then: string, lines: readonly string[]): string[] =>
  lines.map((line, index) => `${index === 0 ? first : then}${line}`.trimEnd());

function linesOf(node: JSONContent): string[] {
  if (node.type === "blockquote") return behind("> ", "> ", blocks(contentOf(node)));
  if (!isList(node)) return wordsOf(contentOf(node)).split("\n");
  const first = node.type === "orderedList" ? Number(node.attrs?.start ?? 1) : null;
  return contentOf(node).flatMap((point, index) => {
    const sign = first === null ? "- " : `${first + index}. `;
    return behind(sign, " ".repeat(sign.length), blocks(contentOf(point), true));
  });
}

const addressOf = ({ marks = [] }: JSONContent): string | null => {
  const address: unknown = marks.find(({ type }) => type === "link")?.attrs?.href;
  return typeof address === "string" ? address : null;
};

const saidBy = ({ type, text = "", attrs }: JSONContent): string =>
  type === "hardBreak" ? "\n" : type === "picture" ? `[${String(attrs?.alt)}]` : text;

/** The words of a line; behind those that are a link, where it leads. */
function wordsOf(nodes: readonly JSONContent[]): string {
  let words = "";
  let called = "";
  nodes.forEach((node, index) => {
    const said = saidBy(node);
    const address = addressOf(node);
    words += said;
    called = address === null ? "" : called + said;
    const next = nodes[index + 1];
    if (address === null || (next !== undefined && addressOf(next) === address)) return;
    if (called.trim() !== address && `mailto:${called.trim()}` !== address) words += ` (${address})`;
    called = "";
  });
  return words;
}

const SIGNS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export const asHtml = ({ text, html }: Written): string =>
  html ??
  text
    .split("\n\n")
    .map(
      (paragraph) =>
        `<p>${paragraph.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign).replace(/\n/g, "<br>")}</p>`,
    )
    .join("");

/** Without the empty lines around it. */
export const trimmed = ({ text, html }: Written): Written => ({
  text: text.trim(),
  html: html?.replace(/^(<p><\/p>)+|(<p><\/p>)+$/g, "") ?? null,
});

/** One behind the other, as paragraphs. */
export function joined(first: Written, second: Written): Written {
  if (first.text.trim() === "") return second;
  if (second.text === "") return first;
  const plain = first.html === null && second.html === null;
  const before = trimmed(first);
  return {
    text: `${before.text}\n\n${second.text}`,
    html: plain ? null : asHtml(before) + asHtml(second),
  };
}
