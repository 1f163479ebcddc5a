import { beforeEach, expect, it, vi } from "vitest";

/** As browsers keep it: it outlives the page. */
const stores = new Map<string, Map<string, Response>>();
const open = (name: string) => {
  const kept = stores.get(name) ?? new Map<string, Response>();
  stores.set(name, kept);
  return Promise.resolve({
    put: (place: string, picture: Response) => Promise.resolve(void kept.set(place, picture)),
    match: (place: string) => Promise.resolve(kept.get(place)?.clone()),
    keys: () => Promise.resolve([...kept.keys()]),
    delete: (place: string) => Promise.resolve(kept.delete(place)),
  });
};
const count = () => [...stores.values()].reduce((all, { size }) => all + size, 0);

const page = async (person: string | null = "ada") => {
  vi.resetModules();
  (await import("@/lib/draft")).setDraftOwner(() => person);
  return import("@/lib/pictures-here");
};
const picture = new File(["*"], "map.png", { type: "image/png" });
let made = 0;

beforeEach(() => {
  stores.clear();
  vi.stubGlobal("caches", { open, delete: (name: string) => Promise.resolve(stores.delete(name)) });
  URL.createObjectURL = () => `blob:${++made}`;
  URL.revokeObjectURL = () => undefined;
});

it("is there again after a reload, by both its names", async () => {
  const before = await page();
  before.keepPicture("k1", picture);
  await vi.waitFor(() => {
    expect(count()).toBe(1);
  });
  before.alsoNamed("k1", "ada-01J");
  await vi.waitFor(() => {
    expect(count()).toBe(2);
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
    expect(count()).toBe(50);
  });
});

it("is each person's own, and gone once they sign out", async () => {
  const mine = await page("ada");
  mine.keepPicture("k1", picture);
  await vi.waitFor(() => {
    expect(count()).toBe(1);
  });
  expect(await (await page("ben")).earlierPicture("k1")).toBeNull();
  const later = await page("ada");
  expect(await later.earlierPicture("k1")).toMatch(/^blob:/);
  await later.forgetPictures();
  expect(later.pictureHere("k1")).toBeUndefined();
  expect(await (await page("ada")).earlierPicture("k1")).toBeNull();
});
