import { QueryClient } from "@tanstack/react-query";
import { expect, test } from "vitest";

import type { Entry } from "@/api/types";
import { keepEarlier, readAgain, withChange, withOlder } from "@/lib/timeline";
import { anEntry } from "@/testing/builders";

const page = (timeline: Entry[], earlier: string | null, revision = 4) => ({ timeline, earlier, revision });
const [a, b, c, d] = [anEntry(), anEntry(), anEntry(), anEntry()];
const ids = (ticket: { timeline: { id: string }[] }) => ticket.timeline.map(({ id }) => id);

test("a fresh read keeps older entries that were loaded before", () => {
  const fresh = keepEarlier(page([a, b, c], null), page([c, d], "cursor"));
  expect(ids(fresh)).toEqual(ids({ timeline: [a, b, c, d] }));
  expect(fresh.earlier).toBeNull();
});

test("a fresh read that does not meet the old one stands alone", () => {
  expect(ids(keepEarlier(page([a], null), page([c, d], "x")))).toEqual([c.id, d.id]);
});

test("the answer to a change adds its entries once", () => {
  const before = page([a, b], "x");
  const after = withChange(before, page([c], null));
  expect(ids(after)).toEqual([a.id, b.id, c.id]);
  expect(withChange(after, page([c], null))).toEqual(after);
});

test("older entries come before", () => {
  expect(ids(withOlder(page([c], "x"), page([a, b], null)))).toEqual([a.id, b.id, c.id]);
});

test("a read that began before a change and ends after it is not taken over", () => {
  const changed = withChange(page([a], null, 3), page([b], null, 4));
  expect(keepEarlier(changed, page([a], null, 3))).toEqual(changed);
});

test("an answer that comes after a read of what followed it adds only its entries", () => {
  const read = page([a, c], null, 5);
  expect(withChange(read, page([b], null, 4))).toEqual({ ...read, timeline: [a, c, b] });
  expect(withChange(page([a, b, c], null, 5), page([b], null, 4))).toEqual(page([a, b, c], null, 5));
});

test("what was changed while one read stands, whenever the read ends", async () => {
  const client = new QueryClient();
  const queryKey = ["ticket"];
  client.setQueryData(queryKey, page([a], null, 3));
  let end: (read: ReturnType<typeof page>) => void = () => undefined;
  const queryFn = () =>
    readAgain(client, queryKey, () => new Promise<ReturnType<typeof page>>((done) => (end = done)));
  const reading = client.query({ queryKey, queryFn, staleTime: 0 });
  const changed = page([a, b], null, 4);
  client.setQueryData(queryKey, changed);
  end(page([a], null, 3));
  await reading;
  expect(client.getQueryData(queryKey)).toEqual(changed);
});
