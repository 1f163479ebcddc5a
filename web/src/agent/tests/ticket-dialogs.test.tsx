import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";

import type { Ticket } from "@/api/types";
import { showAgent, signedIn, write } from "@/testing/render";
import { openDesk } from "@/testing/server";

const ID = "HD-07KQ2M4X";

function open(part: Partial<Ticket> = {}) {
  const desk = openDesk();
  const ticket = desk.tickets.get(ID);
  if (ticket === undefined) throw new Error("no ticket");
  desk.tickets.set(ID, { ...ticket, ...part });
  signedIn("agent");
  return { desk, ...showAgent(`/agent/tickets/${ID}`) };
}

describe("what was typed", () => {
  test.each([
    { opens: "Escalate", field: /Why does it need more than we can do here/, part: {} },
    { opens: "Send back", field: /Answer for the lower level/, part: { level: "L2", team: "it-operations" } },
    { opens: "Hand over", field: /Where it stands/, part: {} },
  ] as const)("is still there when $opens was closed and is opened again", async ({ opens, field, part }) => {
    const { user } = open(part);
    await user.click(await screen.findByRole("button", { name: opens }));
    await write(user, within(await screen.findByRole("dialog")).getByLabelText(field), "Typed for a while");
    await user.keyboard("{Escape}");
    await waitFor(() => {
      expect(screen.queryByRole("dialog")).toBeNull();
    });
    await user.click(screen.getByRole("button", { name: opens }));
    expect(within(await screen.findByRole("dialog")).getByLabelText(field)).toHaveValue("Typed for a while");
  });

  test("is gone once it is sent", async () => {
    const { user } = open();
    const dialog = async () => {
      await user.click(await screen.findByRole("button", { name: "Escalate" }));
      return within(await screen.findByRole("dialog"));
    };
    const first = await dialog();
    for (const field of first.getAllByRole("textbox").filter(({ tagName }) => tagName === "TEXTAREA")) {
      await write(user, field, "Typed for a while");
    }
    await user.click(first.getByRole("button", { name: "Escalate" }));
    await waitFor(() => {
      expect(screen.queryByRole("dialog")).toBeNull();
    });
    expect((await dialog()).queryByDisplayValue("Typed for a while")).toBeNull();
  });
});
