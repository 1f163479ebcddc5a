import { expect, it } from "vitest";

import { filesOf, lostIn, sendable } from "../writing";

const UPLOAD = { id: "01J", name: "map.png", size: 9, type: "image/png" };
const PICTURE = { ...UPLOAD, key: "k1" };
const FILE = { id: "02K", name: "log.txt", size: 3, type: "text/plain" };
const html = (...named: string[]) =>
  `<p>Here: ${named.map((key) => `<img src="cid:${key}" alt="map.png">`).join("")}</p>`;

it("a picture goes out by the id of its upload", () => {
  expect(sendable(html("k1"), [PICTURE, FILE])).toEqual({ html: html("01J"), files: [UPLOAD, FILE] });
});

it("the file of a picture that was taken out of the text stays behind", () => {
  expect(sendable("<p><b>Here</b></p>", [PICTURE, FILE])).toEqual({
    html: "<p><b>Here</b></p>",
    files: [FILE],
  });
  expect(sendable(null, [PICTURE])).toEqual({ html: null, files: [] });
});

it("a picture without its file is none", () => {
  expect(sendable(html("k1", "k2"), [PICTURE]).html).toBe(html("01J"));
});

it("what comes back is sent again as it was", () => {
  const sent = sendable(html("k1"), [PICTURE, FILE]);
  expect(sendable(sent.html, filesOf(sent.files, sent.html))).toEqual(sent);
});

it("a picture of the text is lost whose file is neither there nor on its way", () => {
  expect(lostIn(html("k1", "k2"), [PICTURE, { key: "k2" }])).toEqual([]);
  expect(lostIn(html("k1", "k2"), [PICTURE, FILE])).toEqual(["map.png"]);
  expect(lostIn(null, [])).toEqual([]);
});
