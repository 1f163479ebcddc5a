import { act, renderHook } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";

import { setDraftOwner, useDraft } from "@/lib/draft";

const EMPTY = { body: "" };

const draftOf = (person: string | null) => {
  setDraftOwner(() => person);
  return renderHook(() => useDraft("request", EMPTY)).result;
};

const type = (draft: ReturnType<typeof draftOf>, body: string) => {
  act(() => {
    draft.current.change({ body });
  });
};

afterEach(() => {
  setDraftOwner(() => null);
  window.localStorage.clear();
});

test("who signs in next does not see what somebody typed, who finds it again", () => {
  type(draftOf("ada"), "My salary slip is wrong");
  expect(draftOf("bob").current.value).toEqual(EMPTY);
  expect(draftOf(null).current.value).toEqual(EMPTY);
  expect(draftOf("ada").current.value).toEqual({ body: "My salary slip is wrong" });
});

test("what was typed before signing in goes with the person", () => {
  type(draftOf(null), "The printer");
  const own = draftOf("ada");
  expect(own.current.value).toEqual({ body: "The printer" });
  type(own, "The printer is on fire");
  expect(draftOf(null).current.value).toEqual(EMPTY);
  expect(draftOf("bob").current.value).toEqual(EMPTY);
});

test("what is sent is gone, wherever it was typed", () => {
  type(draftOf(null), "The printer");
  const own = draftOf("ada");
  act(() => {
    own.current.clear();
  });
  expect(draftOf("ada").current.value).toEqual(EMPTY);
  expect(draftOf(null).current.value).toEqual(EMPTY);
});
