import i18n from "i18next";
import { expect, test } from "vitest";

import { isolated, listed } from "../isolated";

const NAME = "\u05d3\u05e0\u05d4 (IT)";

test("words that run the other way are kept apart from what stands around them", () => {
  expect(isolated(NAME)).toBe(`\u2068${NAME}\u2069`);
  expect(listed(["Ada", NAME])).toBe(`Ada, \u2068${NAME}\u2069`);
  expect(listed(["", null, "Ada", false, "Bo"], " · ")).toBe("Ada · Bo");
});

test.each(["Ada Admin", "Jürgen", "山田", "Σίσυφος", "", "HD-07KQ2M4X", "😀"])(
  "%s stays as it is",
  (text) => {
    expect(isolated(text)).toBe(text);
  },
);

test.each(["\u2066", "\u2067", "\u2068", "\u2069", "\u2069\u2068"])(
  "a mark reaches nothing beyond its words (%j)",
  (mark) => {
    expect(isolated(`${NAME}${mark}x`)).toBe(`\u2068${NAME}x\u2069`);
  },
);

test("an override ends with its words, and what is isolated inside stays so", () => {
  expect(isolated("a\u202eb")).toBe("\u2068a\u202eb\u2069");
  const sentence = `Team to ${isolated(NAME)}`;
  expect(isolated(sentence)).toBe(`\u2068${sentence}\u2069`);
});

test("every text isolates what is put into it", () => {
  const say = (name: string) => i18n.t("attachments.remove", { name });
  expect(say(NAME)).toBe(`Remove \u2068${NAME}\u2069`);
  expect(say("log.txt <b>")).toBe("Remove log.txt <b>");
});
