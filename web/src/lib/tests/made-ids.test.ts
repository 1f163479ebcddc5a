import { describe, expect, test } from "vitest";

import { freeId, ID, idOf, madeId } from "@/lib/made-ids";

describe("ids made of names", () => {
  test.each([
    ["Büro Köln", "buero-koeln"],
    ["Mu\u0308ller & So\u0308hne", "mueller-soehne"],
    ["Straße 5, Hof", "strasse-5-hof"],
    ["ÄÖÜ", "aeoeue"],
    ["Ærøskøbing Łódź", "aeroeskoebing-lodz"],
    ["Café Ñandú", "cafe-nandu"],
    ["  -- IT: Operations --  ", "it-operations"],
    ["日本", ""],
  ])("%s is %s", (name, id) => {
    expect(idOf(name)).toBe(id);
  });

  test("are never longer than an id may be, nor end with a hyphen", () => {
    const long = `${"a".repeat(63)} b`;
    expect(idOf(long)).toBe("a".repeat(63));
    const free = freeId(idOf("b".repeat(80)), ["b".repeat(64)]);
    expect(free).toBe(`${"b".repeat(62)}-2`);
    expect(free).toMatch(ID);
  });

  test("are one's own, and there is always one", () => {
    expect(madeId("Acme", "organization", ["acme", "acme-2"])).toBe("acme-3");
    expect(madeId("日本", "organization", [])).toBe("organization");
  });
});
