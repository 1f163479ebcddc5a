import { cleanup, renderHook } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";

import { usePressed } from "../shortcuts";

const press = (key: string) => {
  document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
};

afterEach(() => {
  vi.useRealTimers();
});

test("keys that belong together are asked together, and what began on a page that is gone is over", () => {
  vi.useFakeTimers();
  const keys = vi.fn((asked: string) => (asked === "g" ? "more" : "done"));
  renderHook(() => {
    usePressed(keys);
  });
  press("g");
  press("t");
  expect(keys).toHaveBeenLastCalledWith("g t");
  press("g");
  cleanup();
  renderHook(() => {
    usePressed(keys);
  });
  press("t");
  expect(keys).toHaveBeenLastCalledWith("t");
});
