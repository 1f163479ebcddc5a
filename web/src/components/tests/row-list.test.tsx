import { MantineProvider } from "@mantine/core";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test } from "vitest";

import { RemoveRow, RowList } from "../settings/row-list";

function Words({ first }: { first: string[] }) {
  const [words, setWords] = useState(first);
  return (
    <RowList
      rows={words}
      rowClass="row"
      nameOf={(_, index) => `Word ${index + 1}`}
      add={{ label: "Add a word", create: () => "new" }}
      onChange={setWords}
    >
      {(word, { index, set, remove }) => (
        <>
          <input
            aria-label={`Text ${index + 1}`}
            value={word}
            onChange={(event) => {
              set(event.currentTarget.value);
            }}
          />
          <RemoveRow label={`Remove ${word}`} onClick={remove} />
        </>
      )}
    </RowList>
  );
}

const show = (...first: string[]) => {
  render(
    <MantineProvider env="test">
      <Words first={first} />
    </MantineProvider>,
  );
  return userEvent.setup({ delay: null });
};

test("a row is added, changed and taken away, and each has a name", async () => {
  const user = show("one");
  await user.click(screen.getByRole("button", { name: "Add a word" }));
  expect(screen.getByLabelText("Text 2")).toHaveFocus();
  await user.keyboard("!");
  expect(screen.getByRole("group", { name: "Word 2" })).toContainElement(screen.getByDisplayValue("new!"));
  await user.click(screen.getByRole("button", { name: "Remove one" }));
  expect(screen.getByLabelText("Text 1")).toHaveValue("new!");
});

test("the keyboard goes on in the row that took the place, and at last on what adds one", async () => {
  const user = show("one", "two");
  await user.click(screen.getByRole("button", { name: "Remove one" }));
  expect(screen.getByDisplayValue("two")).toHaveFocus();
  await user.click(screen.getByRole("button", { name: "Remove two" }));
  expect(screen.getByRole("button", { name: "Add a word" })).toHaveFocus();
});
