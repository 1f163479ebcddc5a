import { createElement, Fragment, type ReactNode } from "react";

import styles from "./formatted.module.css";
import { Picture } from "./picture";
import { fileOf } from "./reference";

const TAGS: ReadonlySet<string> = new Set("b strong i em ul ol li blockquote pre code p br".split(" "));

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

const inside = (parent: Element): ReactNode[] => [...parent.childNodes].map(shown);

function picture(image: Element, key: number): ReactNode {
  const file = fileOf(image.getAttribute("src"));
  const name = image.getAttribute("alt") ?? "";
  return file && <Picture key={key} {...{ file, name, linked: image.closest("a") !== null }} />;
}

function shown(node: ChildNode, key: number): ReactNode {
  if (!(node instanceof Element)) return node.nodeType === Node.TEXT_NODE ? node.nodeValue : null;
  const tag = node.localName;
  if (tag === "br") return <br key={key} />;
  if (tag === "img") return picture(node, key);
  if (tag === "ol") {
    return (
      <ol key={key} start={Number(node.getAttribute("start") ?? 1)}>
        {inside(node)}
      </ol>
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
