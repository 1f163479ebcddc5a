import { expect, it } from "vitest";

import { documentOf, isPlain, joined, NOTHING, textOf, trimmed } from "@/components/rich-text/written";

const TEXTS = [
  "",
  "one",
  "one\ntwo",
  "one\n\ntwo",
  "a\n\n\nb",
  "\n\n\n",
  "  two  spaces ",
  "- no list",
  "1 < 2 & 3",
];

it.each(TEXTS)("keeps every sign of plain text, and where it stands: %j", (text) => {
  const document = documentOf(text);
  expect(isPlain(document)).toBe(true);
  expect(textOf(document)).toBe(text);
});

const said = (text: string, ...marks: object[]) => ({ type: "text", text, marks });
const paragraph = (...content: object[]) => ({ type: "paragraph", content });
const point = (...content: object[]) => ({ type: "listItem", content });
const list = (...content: object[]) => ({ type: "bulletList", content });
const link = (href: string) => ({ type: "link", attrs: { href } });

it.each([
  [
    "a picture",
    [paragraph(said("a "), { type: "picture", attrs: { src: "cid:1", alt: "b.png" } })],
    "a [b.png]",
  ],
  ["bold words", [paragraph(said("a "), said("b", { type: "bold" }))], "a b"],
  [
    "a list",
    [list(point(paragraph(said("one"))), point(paragraph(said("two")), list(point(paragraph(said("in"))))))],
    "- one\n- two\n  - in",
  ],
  [
    "numbers from three",
    [
      {
        type: "orderedList",
        attrs: { start: 3 },
        content: [point(paragraph(said("a"))), point(paragraph(said("b")))],
      },
    ],
    "3. a\n4. b",
  ],
  [
    "a quote",
    [{ type: "blockquote", content: [paragraph(said("a")), paragraph(said("b"))] }, paragraph(said("c"))],
    "> a\n>\n> b\n\nc",
  ],
  ["code", [{ type: "codeBlock", content: [said("x\n  y")] }], "x\n  y"],
  [
    "a link",
    [
      paragraph(
        said("the ", link("https://x.example")),
        said("page", link("https://x.example"), { type: "bold" }),
        said("."),
      ),
    ],
    "the page (https://x.example).",
  ],
  ["an address", [paragraph(said("https://x.example", link("https://x.example")))], "https://x.example"],
  ["a mail address", [paragraph(said("a@b.example", link("mailto:a@b.example")))], "a@b.example"],
])("says %s in plain text as the service does", (_, content, text) => {
  const document = { type: "doc", content };
  expect(textOf(document)).toBe(text);
  expect(isPlain(document)).toBe(false);
});

it("puts one text behind the other, with the formatting that either has", () => {
  const plain = { text: "1 < 2\nyes\n", html: null };
  const bold = { text: "b", html: "<p><strong>b</strong></p><p></p>" };
  expect(joined(NOTHING, bold)).toEqual(bold);
  expect(joined(bold, NOTHING)).toEqual(bold);
  expect(joined(plain, plain)).toEqual({ text: "1 < 2\nyes\n\n1 < 2\nyes\n", html: null });
  expect(joined(plain, bold).html).toBe("<p>1 &lt; 2<br>yes</p><p><strong>b</strong></p><p></p>");
  expect(joined(bold, plain).text).toBe("b\n\n1 < 2\nyes\n");
});

it("leaves out empty lines around it", () => {
  expect(trimmed({ text: "\nb\n\n", html: "<p></p><p>a</p><p></p><p><b>b</b></p><p></p><p></p>" })).toEqual({
    text: "b",
    html: "<p>a</p><p></p><p><b>b</b></p>",
  });
});
