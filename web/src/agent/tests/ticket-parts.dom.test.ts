import { expect, test } from "vitest";

import { ACTIVITY } from "../activity";

test("no event is told by two features", () => {
  const events = ACTIVITY.flatMap((activity) => Object.keys(activity));
  expect(new Set(events).size).toBe(events.length);
});
