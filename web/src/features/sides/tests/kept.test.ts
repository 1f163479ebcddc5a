import { expect, it } from "vitest";

import type { OwnDraft } from "@/api/types";

import { BESIDE, kindOf } from "../kept";
import { NOTHING_WRITTEN, type SideWriting } from "../writing";

const FILE = { id: "01J", name: "log.txt" };
const AT = "2026-11-23T09:00:00.000Z";
const HERE: SideWriting = {
  ...NOTHING_WRITTEN,
  text: "Do you",
  to: "vera@vendor.example",
  files: [FILE],
  at: AT,
};
const THERE: OwnDraft = {
  ...{ ticket_id: "HD-1", kind: "side-new", body: "Do they", html: null, attachments: [], since: null },
  ...{ at: "2026-11-23T10:00:00.000Z", subject: "Spare part", to: "", cc: "" },
};
const part = (value: Partial<SideWriting>) => {
  const [found] = BESIDE.partsOf("HD-1.new", value);
  if (found === undefined) throw new Error("no part");
  return found;
};

it("is found by its kind, and a reply is none", () => {
  expect(BESIDE.restOf("HD-1", kindOf("s2"))).toBe("HD-1.s2");
  expect(BESIDE.restOf("HD-1", "reply")).toBeNull();
  expect(part(HERE)).toMatchObject({ ticketId: "HD-1", kind: "side-new", at: AT, isEmpty: false });
  expect(part({})).toMatchObject({ at: undefined, isEmpty: true });
});

it("goes to the service with its files and whom it is for, and comes back as it was", () => {
  const wish = part(HERE).wish();
  expect(wish).toEqual({
    ...{ body: "Do you", html: null, attachments: [{ ...FILE, size: 0, type: "" }], since: null },
    ...{ subject: "", to: "vera@vendor.example", cc: "" },
  });
  const back = BESIDE.taken({}, "side-new", {
    ...THERE,
    ...wish,
    subject: "",
    to: "vera@vendor.example",
    cc: "",
  });
  expect(part(back).wish()).toEqual(wish);
});

it("what stands elsewhere takes its place, and what was here can be put behind it", () => {
  const now = { ...HERE, ...BESIDE.taken(HERE, "side-new", THERE) };
  expect(now).toMatchObject({ text: "Do they", to: null, subject: "Spare part", files: [], at: THERE.at });
  const both = { ...now, ...BESIDE.joined(now, "side-new", HERE) };
  expect(both).toMatchObject({
    text: "Do they\n\nDo you",
    to: HERE.to,
    subject: "Spare part",
    files: [FILE],
  });
  expect(Date.parse(both.at ?? "")).toBeGreaterThan(Date.parse(THERE.at));
});

it("what was sent elsewhere is written here no longer", () => {
  expect(part({ ...HERE, ...BESIDE.taken(HERE, "side-new", null) })).toMatchObject({ isEmpty: true });
});
