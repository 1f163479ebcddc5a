import { act, renderHook } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";

import { changeDraft, setDraftOwner, useDraft, useStored } from "@/lib/draft";

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

test("what is stored is shown, whichever window stored it", () => {
  setDraftOwner(() => "ada");
  const stored = renderHook(() => useStored<typeof EMPTY>("request")).result;
  expect(stored.current).toEqual({});
  act(() => {
    changeDraft("request", () => ({ body: "From here" }));
  });
  expect(stored.current).toEqual({ body: "From here" });
  act(() => {
    window.localStorage.setItem("helpdesk.draft.ada.request", '{"body":"From there"}');
    window.dispatchEvent(new StorageEvent("storage"));
  });
  expect(stored.current).toEqual({ body: "From there" });
});
