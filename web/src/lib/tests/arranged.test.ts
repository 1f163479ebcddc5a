import { describe, expect, test } from "vitest";

import { arranged, before, changed, moved, type PlacedPanel } from "../arranged";

const NAMES = ["clocks", "properties", "requester", "assets"];
const said = (panels: readonly PlacedPanel[]) =>
  panels.map(({ name, folded, hidden }) => `${name}${folded ? " folded" : ""}${hidden ? " hidden" : ""}`);
const usual = arranged(NAMES);

test("without a choice they stand in their own order, open", () => {
  expect(said(usual)).toEqual(NAMES);
});

test("what was placed comes first, what is new after it, and what is gone not at all", () => {
  const placed = [{ name: "assets", folded: true }, { name: "weather" }, { name: "clocks", hidden: true }];
  expect(said(arranged(NAMES, placed))).toEqual([
    "assets folded",
    "clocks hidden",
    "properties",
    "requester",
  ]);
});

describe("one is moved", () => {
  test.each([
    ["properties", -1, ["properties", "clocks", "requester", "assets"]],
    ["properties", 1, ["clocks", "requester", "properties", "assets"]],
    ["clocks", -1, NAMES],
    ["assets", 1, NAMES],
  ] as const)("%s by %d", (name, by, order) => {
    expect(said(moved(usual, name, by))).toEqual(order);
  });

  test("past those that are hidden", () => {
    const panels = changed(usual, "properties", { hidden: true });
    expect(said(moved(panels, "requester", -1)).filter((name) => !name.includes("hidden"))).toEqual([
      "requester",
      "clocks",
      "assets",
    ]);
  });

  test("right before another, wherever that stands", () => {
    expect(said(before(usual, "assets", "clocks"))).toEqual(["assets", "clocks", "properties", "requester"]);
    expect(said(before(usual, "clocks", "assets"))).toEqual(["properties", "requester", "clocks", "assets"]);
    expect(said(before(usual, "clocks", "clocks"))).toEqual(NAMES);
  });
});
