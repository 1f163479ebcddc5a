import { expect, test } from "vitest";

import { whenTyped, whenWritten, type WhenKind } from "../typed-when";

const known = (language = "en") => ({ language, today: "2026-11-30", time: "08:00" });

test.each([
  ["9", "09:00"],
  ["930", "09:30"],
  ["0930", "09:30"],
  ["9:30", "09:30"],
  ["9.30 Uhr", "09:30"],
  ["9:30 pm", "21:30"],
  ["12 am", "00:00"],
  ["24:00", "00:00"],
])("the time %s", (typed, held) => {
  expect(whenTyped("time", typed, known())).toBe(held);
});

test.each(["", "25", "9:75", "noon", "13 pm", "24:30", "0 am", "12345"])("no time: %s", (typed) => {
  expect(whenTyped("time", typed, known())).toBeNull();
});

test.each([
  ["5/12/2026", "2026-12-05", "en"],
  ["5.12.26", "2026-12-05", "de"],
  ["12/5/2026", "2026-12-05", "en-US"],
  ["2026-12-05", "2026-12-05", "de"],
  ["5.12.", "2026-12-05", "de"],
  ["30.11.", "2026-11-30", "de"],
  ["1/3", "2027-03-01", "en"],
])("the day %s", (typed, held, language) => {
  expect(whenTyped("day", typed, known(language))).toBe(held);
});

test.each(["", "31.4.2026", "29.2.2027", "tomorrow", "5.13.2026", "5.12.20267", "5/12/2026 9:00"])(
  "no day: %s",
  (typed) => {
    expect(whenTyped("day", typed, known())).toBeNull();
  },
);

test.each([
  ["5.12. 9:30", "2026-12-05T09:30"],
  ["5.12.2026, 14 Uhr", "2026-12-05T14:00"],
  ["2026-12-05T14:30", "2026-12-05T14:30"],
  ["5.12.2026", "2026-12-05T08:00"],
])("the instant %s", (typed, held) => {
  expect(whenTyped("instant", typed, known("de"))).toBe(held);
});

test.each(["9:30", "5.12.2026 soon", "5.12.2026 9:75"])("no instant: %s", (typed) => {
  expect(whenTyped("instant", typed, known("de"))).toBeNull();
});

test.each([
  ["instant", "2026-12-05T09:30", "en", "05/12/2026, 09:30"],
  ["instant", "2026-12-05T00:00", "de", "05.12.2026, 00:00"],
  ["day", "2026-12-05", "de", "05.12.2026"],
  ["time", "09:30", "de", "09:30"],
  ["day", "", "de", ""],
] as const)("%s %s is written so", (kind, value, language, written) => {
  expect(whenWritten(kind, value, language)).toBe(written);
});

test.each<WhenKind>(["day", "time", "instant"])("nothing is written as nothing: %s", (kind) => {
  expect(whenWritten(kind, "", "en")).toBe("");
});

test("what is written is understood, in every language, on every day", () => {
  for (const language of ["en", "de", "en-US", "fr", "sv"]) {
    for (let day = 0; day < 400; day += 3) {
      const held = new Date(Date.UTC(2026, 0, 1 + day, day % 24, day % 60)).toISOString().slice(0, 16);
      const kinds: [WhenKind, string][] = [
        ["instant", held],
        ["day", held.slice(0, 10)],
      ];
      for (const [kind, value] of kinds) {
        expect(whenTyped(kind, whenWritten(kind, value, language), known(language))).toBe(value);
      }
    }
  }
});
