import { fireEvent, render } from "@testing-library/react";
import { useLayoutEffect } from "react";
import { expect, it } from "vitest";

import { useActions } from "@/lib/actions";

/** A ticket as it is opened: what is done by key is done to it. */
function Open({ id, taken }: { id: string; taken: string[] }) {
  useActions([{ id: "take", keys: ["t"], words: () => "Take", run: (on: string) => taken.push(on) }], id);
  return null;
}

/** A hand that presses as soon as something else is drawn, before anything else goes on. */
function Hand({ at }: { at: string }) {
  useLayoutEffect(() => {
    fireEvent.keyDown(document.body, { key: "t" });
  }, [at]);
  return null;
}

function Page({ id, taken, anew }: { id: string; taken: string[]; anew: boolean }) {
  return (
    <>
      <Open key={anew ? id : "same"} {...{ id, taken }} />
      <Hand at={id} />
    </>
  );
}

it.each([true, false])("acts on what is drawn from the moment it is (anew: %s)", (anew) => {
  const taken: string[] = [];
  const page = render(<Page id="first" {...{ taken, anew }} />);
  page.rerender(<Page id="second" {...{ taken, anew }} />);
  expect(taken).toEqual(["first", "second"]);
});
