import { MantineProvider } from "@mantine/core";
import { fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { expect, it, vi } from "vitest";

import { KeyMenu } from "@/components/key-menu";

it("takes the digit that comes before its menu is drawn", () => {
  const open = vi.fn();
  function Page() {
    const [opened, setOpened] = useState(false);
    const press = () => {
      setOpened(true);
    };
    return (
      <KeyMenu
        label="Change state"
        opened={opened}
        onChange={setOpened}
        choices={[{ id: "open", words: "Open", digit: 1, run: open }]}
      >
        <button type="button" onClick={press}>
          State
        </button>
      </KeyMenu>
    );
  }
  render(
    <MantineProvider withCssVariables={false} withGlobalClasses={false}>
      <Page />
    </MantineProvider>,
  );
  fireEvent.click(screen.getByText("State"));
  expect(screen.queryByText("Open")).not.toBeInTheDocument();
  fireEvent.keyDown(document.body, { key: "1" });
  expect(open).toHaveBeenCalledOnce();
});
