import { act, renderHook } from "@testing-library/react";
import { expect, test } from "vitest";

import { useEdit } from "@/lib/edit";

const SAVED = { name: "Desk", topic: "all", members: ["ada"] };

const editing = () =>
  renderHook(({ saved, revision }) => useEdit(saved, revision), {
    initialProps: { saved: SAVED, revision: 1 },
  });

test("what is saved elsewhere is taken over while nothing is typed", () => {
  const { result, rerender } = editing();
  rerender({ saved: { ...SAVED, name: "Front desk" }, revision: 2 });
  expect(result.current).toMatchObject({
    value: { name: "Front desk" },
    dirty: false,
    clash: null,
    revision: 2,
  });
});

test("what was typed stays, and what only others changed is taken over", () => {
  const { result, rerender } = editing();
  act(() => {
    result.current.change({ topic: "mine" });
  });
  rerender({ saved: { ...SAVED, name: "Front desk" }, revision: 2 });
  expect(result.current.value).toEqual({ ...SAVED, topic: "mine", name: "Front desk" });
  expect(result.current.clash).toEqual({ theirs: {}, taken: ["name"] });
});

test("what both changed stays as typed until theirs is wanted", () => {
  const { result, rerender } = editing();
  act(() => {
    result.current.change({ members: ["ada", "bea"] });
  });
  rerender({ saved: { ...SAVED, members: ["cem"] }, revision: 2 });
  expect(result.current.value.members).toEqual(["ada", "bea"]);
  expect(result.current.clash?.theirs).toEqual({ members: ["cem"] });
  act(() => {
    result.current.takeTheirs();
  });
  expect(result.current).toMatchObject({ value: { members: ["cem"] }, dirty: false, clash: null });
});

test("an answer that is late does not bring back what was saved over", () => {
  const { result, rerender } = editing();
  act(() => {
    result.current.change({ topic: "mine" });
  });
  act(() => {
    result.current.saved({ ...SAVED, topic: "mine" }, 2);
  });
  rerender({ saved: SAVED, revision: 1 });
  expect(result.current).toMatchObject({ value: { topic: "mine" }, dirty: false, revision: 2 });
});
