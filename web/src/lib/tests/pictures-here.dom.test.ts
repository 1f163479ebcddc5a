import { beforeEach, expect, it, vi } from "vitest";

/** As browsers keep it: it outlives the page. */
const kept = new Map<string, Response>();
const cache = {
  put: (place: string, picture: Response) => Promise.resolve(void kept.set(place, picture)),
  match: (place: string) => Promise.resolve(kept.get(place)?.clone()),
  keys: () => Promise.resolve([...kept.keys()]),
  delete: (place: string) => Promise.resolve(kept.delete(place)),
};

const page = async () => {
  vi.resetModules();
  return import("@/lib/pictures-here");
};
const picture = new File(["*"], "map.png", { type: "image/png" });
let made = 0;

beforeEach(() => {
  kept.clear();
  vi.stubGlobal("caches", { open: () => Promise.resolve(cache) });
  URL.createObjectURL = () => `blob:${++made}`;
  URL.revokeObjectURL = () => undefined;
});

it("is there again after a reload, by both its names", async () => {
  const before = await page();
  before.keepPicture("k1", picture);
  await vi.waitFor(() => {
    expect(kept.size).toBe(1);
  });
  before.alsoNamed("k1", "ada-01J");
  await vi.waitFor(() => {
    expect(kept.size).toBe(2);
  });
  const after = await page();
  expect(after.pictureHere("k1")).toBeUndefined();
  const address = await after.earlierPicture("k1");
  expect(address).toMatch(/^blob:/);
  expect(after.pictureHere("k1")).toBe(address);
  expect(await after.earlierPicture("ada-01J")).toMatch(/^blob:/);
});

it("is none where it never was, and the oldest make room", async () => {
  const { earlierPicture, keepPicture } = await page();
  expect(await earlierPicture("never")).toBeNull();
  for (let n = 0; n < 60; n += 1) keepPicture(`k${n}`, picture);
  await vi.waitFor(() => {
    expect(kept.size).toBe(50);
  });
});
