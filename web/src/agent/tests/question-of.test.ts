import { expect, test } from "vitest";

import { questionOf } from "../question-of";

test.each([
  [{ assignee: "me" } as const, {}, "is:open is:mine"],
  [{ assignee: "none" } as const, { priority: "P1" } as const, "is:open is:unassigned priority:P1"],
  [
    { team: "desk" },
    { assignee: "none", due: "missed" } as const,
    "is:open team:desk is:unassigned is:breached",
  ],
  [{ team: "desk" }, { phase: "solved" } as const, "state:solved team:desk"],
  [
    { assignee: "me" } as const,
    {
      waits_for: "requester",
      due: "today",
      organization: "acme labs",
      tag: "vpn",
      words: "no paper",
    } as const,
    'is:open is:mine waits:them due:<=today org:"acme labs" tag:vpn no paper',
  ],
])("a queue of %j, filtered by %j, is asked for as %s", (scope, filter, question) => {
  expect(questionOf(scope, filter)).toBe(question);
});
