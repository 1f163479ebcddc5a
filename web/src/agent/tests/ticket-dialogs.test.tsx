import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { http } from "msw";
import { describe, expect, test } from "vitest";

import type { Ticket } from "@/api/types";
import { problem } from "@/testing/problem";
import { showAgent, signedIn, write } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

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

  test("includes what was chosen", async () => {
    const { user } = open();
    const opened = async () => {
      await user.click(await screen.findByRole("button", { name: "Hand over" }));
      return within(await screen.findByRole("dialog"));
    };
    const first = await opened();
    await user.click(first.getByRole("combobox", { name: "To whom" }));
    await user.click((await screen.findAllByRole("option", { name: "Tom Berger" })).at(-1) ?? document.body);
    fireEvent.change(first.getByLabelText(/Until when/), { target: { value: "2026-11-27T14:30" } });
    await user.keyboard("{Escape}");
    await waitFor(() => {
      expect(screen.queryByRole("dialog")).toBeNull();
    });
    const again = await opened();
    expect(again.getByRole("combobox", { name: "To whom" })).toHaveValue("Tom Berger");
    expect(again.getByLabelText(/Until when/)).toHaveValue("27/11/2026, 14:30");
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

describe("what the service refuses", () => {
  const REFUSED = [
    { field: "FIELD", code: "string_too_long", message: "long", values: { max_length: 20_000 } },
    { field: "nowhere", code: "brand_new", message: "The moon is in the wrong house." },
  ];

  test.each([
    { opens: "Escalate", path: "escalations", place: "tried", name: /What was tried/, part: {} },
    {
      ...{ opens: "Send back", path: "de-escalations", place: "answer", name: /Answer for the lower level/ },
      part: { level: "L2", team: "it-operations" },
    },
    { opens: "Pin a note", path: "pin", place: "text", name: /Note/, part: {} },
  ] as const)("is said in the dialog of $opens, all of it", async ({ opens, path, place, name, part }) => {
    const { user } = open(part);
    server.use(
      http.all(`*/api/tickets/:id/${path}`, () =>
        problem(422, "invalid", {
          errors: REFUSED.map((one) => ({ ...one, field: one.field === "FIELD" ? place : one.field })),
        }),
      ),
    );
    if (opens === "Pin a note") {
      await user.click(await screen.findByRole("button", { name: "More" }));
      await user.click(await screen.findByRole("menuitem", { name: opens }));
    } else await user.click(await screen.findByRole("button", { name: opens }));
    const dialog = within(await screen.findByRole("dialog"));
    for (const field of dialog.getAllByRole("textbox").filter(({ tagName }) => tagName === "TEXTAREA")) {
      await write(user, field, "Typed for a while");
    }
    const submit = dialog.getAllByRole("button").find((button) => button.getAttribute("type") === "submit");
    await user.click(submit ?? document.body);
    const said = await dialog.findByRole("alert");
    expect(said).toHaveTextContent(name);
    expect(said).toHaveTextContent("At most 20000 characters.");
    expect(said).toHaveTextContent("Something else: The moon is in the wrong house.");
    expect(dialog.getByLabelText(name)).toHaveAccessibleDescription(/At most 20000 characters/);
  });
});
