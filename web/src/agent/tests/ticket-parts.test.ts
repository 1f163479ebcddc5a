import { expect, test } from "vitest";

import { ACTIONS, ACTIVITY } from "../ticket-parts";

test("no event is told by two features, and no key or name stands for two actions", () => {
  const events = ACTIVITY.flatMap((activity) => Object.keys(activity));
  expect(new Set(events).size).toBe(events.length);
  const names = ACTIONS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  const keys = ACTIONS.flatMap(({ key }) => key ?? []);
  expect(new Set(keys).size).toBe(keys.length);
});
