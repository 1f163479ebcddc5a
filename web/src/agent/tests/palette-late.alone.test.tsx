import { screen, waitFor } from "@testing-library/react";
import { expect, test, vi } from "vitest";

import { showAgent, signedIn } from "@/testing/render";
import { openDesk } from "@/testing/server";

const late = vi.hoisted(() => {
  const come: (() => void)[] = [];
  const here = new Promise<void>((resolve) => {
    come.push(resolve);
  });
  return {
    here,
    come: () => {
      come.forEach((resolve) => {
        resolve();
      });
    },
  };
});

vi.mock("../palette", async (original) => {
  await late.here;
  return original();
});

test("what is typed before the palette has come is typed into it, and never acts on the page", async () => {
  const desk = openDesk();
  signedIn("agent");
  const { user } = showAgent("/agent/tickets/HD-07KQ2M4X");
  await screen.findByRole("heading", { level: 1 });
  await user.keyboard("{Control>}k{/Control}");
  await user.keyboard("take");
  expect(screen.queryByRole("combobox", { name: "Search or choose what to do" })).toBeNull();
  late.come();
  const field = await screen.findByRole("combobox", { name: "Search or choose what to do" });
  expect(field).toHaveFocus();
  await user.keyboard(" it");
  expect(field).toHaveValue("take it");
  expect(desk.sent).toEqual([]);
  await user.keyboard("{Escape}");
  await user.keyboard("{Control>}k{/Control}");
  await waitFor(async () => {
    expect(await screen.findByRole("combobox", { name: "Search or choose what to do" })).toHaveValue("");
  });
});
