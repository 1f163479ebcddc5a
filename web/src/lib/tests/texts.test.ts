import { expect, test } from "vitest";

import { addTextBundle, i18n, speak } from "@/lib/texts";

test("words are found by namespace and key, in the language spoken", () => {
  addTextBundle("en", "zoo", { animal: { cat: "the cat {{name}}" } });
  addTextBundle("de", "zoo", { animal: { cat: "die Katze {{name}}" } });
  speak("en");
  expect(i18n.t("zoo:animal.cat", { name: "<Tom> & {{x}}" })).toBe("the cat <Tom> & {{x}}");
  speak("de");
  expect(i18n.t("zoo:animal.cat", { name: "Tom" })).toBe("die Katze Tom");
  speak("en");
});

test("a count chooses the form", () => {
  addTextBundle("en", "zoo", { cat_one: "{{count}} cat", cat_other: "{{count}} cats", cat: "cat" });
  expect([0, 1, 2].map((count) => i18n.t("zoo:cat", { count }))).toEqual(["0 cats", "1 cat", "2 cats"]);
  expect(i18n.t("zoo:cat")).toBe("cat");
});

test("what has no words is its default, or its key", () => {
  expect(i18n.t("zoo:dog.bark", { defaultValue: "wow {{name}}", name: "Rex" })).toBe("wow Rex");
  expect(i18n.t("zoo:dog.bark")).toBe("dog.bark");
});
