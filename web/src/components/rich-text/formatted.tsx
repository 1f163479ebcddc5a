import { createElement, Fragment, type ReactNode } from "react";

import styles from "./formatted.module.css";
import { Picture } from "./picture";
import { elsewhereOf, fileOf } from "./reference";
import { RemotePicture } from "./remote-picture";

const TAGS: ReadonlySet<string> = new Set(
  "b strong i em u s del ins mark small sub sup ul ol li dl dt dd blockquote pre code p div tbody thead tfoot tr caption".split(
    " ",
  ),
);

/** What mails have beside, as what it looks like. */
const AS: Record<string, string> = {
  ...{ center: "div", figure: "div", figcaption: "div", strike: "s", tt: "code", kbd: "code", samp: "code" },
};

/** Between its parts there are no words. */
const FRAMES: ReadonlySet<string> = new Set(["table", "tbody", "thead", "tfoot", "tr"]);

const ADDRESS = /^(https?|mailto):/i;

/** What somebody wrote, as they wrote it. Elements are made anew from a list, without what is not on it. */
export function Formatted({ html }: { html: string }) {
  // Such a document runs and loads nothing.
  const { body } = new DOMParser().parseFromString(html, "text/html");
  return (
    <div className={styles.formatted} dir="auto">
      {inside(body)}
    </div>
  );
}

const inside = (parent: Element): ReactNode[] =>
  [...parent.childNodes]
    .filter((node) => node instanceof Element || !FRAMES.has(parent.localName))
    .map(shown);

function picture(image: Element, key: number): ReactNode {
  const file = fileOf(image.getAttribute("src"));
  const name = image.getAttribute("alt") ?? "";
  const linked = image.closest("a") !== null;
  if (file !== null) return <Picture key={key} {...{ file, name, linked }} />;
  const elsewhere = elsewhereOf(image);
  if (elsewhere === null) return null;
  const [width, height] = ["width", "height"].map((side) => Number(image.getAttribute(side)) || undefined);
  return <RemotePicture key={key} {...{ elsewhere, name, linked, width, height }} />;
}

/** Without a head it only sets parts side by side. */
const table = (node: Element, key: number): ReactNode => (
  <div key={key} className={styles.table}>
    <table role={node.querySelector("th") === null ? "presentation" : undefined}>{inside(node)}</table>
  </div>
);

const spans = (cell: Element) => ({
  colSpan: Number(cell.getAttribute("colspan") ?? 1) || 1,
  rowSpan: Number(cell.getAttribute("rowspan") ?? 1) || 1,
});

function shown(node: ChildNode, key: number): ReactNode {
  if (!(node instanceof Element)) return node.nodeType === Node.TEXT_NODE ? node.nodeValue : null;
  const tag = AS[node.localName] ?? node.localName;
  if (tag === "br" || tag === "hr") return createElement(tag, { key });
  if (tag === "img") return picture(node, key);
  if (tag === "table") return table(node, key);
  if (tag === "td" || tag === "th") return createElement(tag, { key, ...spans(node) }, ...inside(node));
  if (tag === "ol") {
    return (
      <ol key={key} start={Number(node.getAttribute("start") ?? 1)}>
        {inside(node)}
      </ol>
    );
  }
  if (/^h[1-6]$/.test(node.localName)) {
    return (
      <div key={key} className={styles.heading}>
        {inside(node)}
      </div>
    );
  }
  if (TAGS.has(tag)) return createElement(tag, { key }, ...inside(node));
  const href = tag === "a" ? (node.getAttribute("href") ?? "") : "";
  if (!ADDRESS.test(href)) return <Fragment key={key}>{inside(node)}</Fragment>;
  return (
    <a key={key} href={href} rel="noopener noreferrer nofollow" target="_blank">
      {inside(node)}
    </a>
  );
}
