import { expect, test, vi } from "vitest";

import type { Chat, ChatMessage } from "../api/chat";
import { merged } from "../merged";

const message = (id: number): ChatMessage => ({
  ...{ id: `m-${id}`, at: "2026-03-02T09:00:00Z", by: "desk", name: "Ada", body: String(id) },
  ...{ html: null, attachments: [] },
});
const all = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => message(from + index));

/** A chat of so many messages, in pages of so many. */
function pages(count: number, size: number) {
  return vi.fn((before?: string): Promise<Chat> => {
    const end = before === undefined ? count : Number(before);
    const begin = Math.max(0, end - size);
    return Promise.resolve({
      ...{ id: "HD", subject: "x", turn: "open", revision: count, agent: null },
      messages: all(begin + 1, end),
      earlier: begin > 0 ? String(begin) : null,
    });
  });
}

const bodies = ({ messages }: Chat) => messages.map(({ body }) => Number(body));
const counted = (to: number) => Array.from({ length: to }, (_, index) => index + 1);

test.each([
  [0, 30],
  [3, 30],
  [29, 30],
  [30, 30],
  [5, 73],
  [60, 73],
])("of %d known and %d there are, each is there once and in order", async (known, count) => {
  expect(bodies(await merged(pages(count, 7), all(1, known)))).toEqual(counted(count));
});

test("what is known is not asked for again", async () => {
  const fetch = pages(100, 10);
  await merged(fetch, all(1, 95));
  expect(fetch).toHaveBeenCalledTimes(1);
});
