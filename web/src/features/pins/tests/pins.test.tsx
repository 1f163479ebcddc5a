import { screen, waitFor, within } from "@testing-library/react";
import { http } from "msw";
import { describe, expect, test } from "vitest";

import type { Ticket } from "@/api/types";
import { chooseLanguage } from "@/lib/language";
import { accessibilityProblems } from "@/testing/axe";
import { at } from "@/testing/builders";
import { problem } from "@/testing/problem";
import { showAgent, signedIn, write } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

const ID = "HD-07KQ2M4X";
const PIN: Ticket["pin"] = {
  text: "Calls back at noon.",
  by: { id: "p-agent2", name: "Tom Berger" },
  at: at(-5),
};

function open(part: Partial<Ticket> = {}) {
  const desk = openDesk();
  const ticket = desk.tickets.get(ID);
  if (ticket === undefined) throw new Error("no ticket");
  desk.tickets.set(ID, { ...ticket, ...part });
  signedIn("agent");
  const change = (next: Partial<Ticket>) => {
    const now = desk.tickets.get(ID) ?? ticket;
    desk.tickets.set(ID, { ...now, ...next, revision: now.revision + 1 });
  };
  return { desk, change, ...showAgent(`/agent/tickets/${ID}`) };
}

const theNote = () => screen.findByRole("region", { name: "Pinned note" });
const field = async () => within(await screen.findByRole("dialog")).getByRole("textbox", { name: /^Note/ });
async function openPin(user: ReturnType<typeof open>["user"]) {
  await user.click(await screen.findByRole("button", { name: "More" }));
  await user.click(await screen.findByRole("menuitem", { name: "Pin a note" }));
}
const isClosed = () =>
  waitFor(() => {
    expect(screen.queryByRole("dialog")).toBeNull();
  });

describe("a note", () => {
  test("is pinned, stands at the top and is told", async () => {
    const { desk, user } = open();
    await openPin(user);
    expect(screen.queryByRole("region", { name: "Pinned note" })).toBeNull();
    const text = await field();
    await waitFor(() => {
      expect(text).toHaveFocus();
    });
    await user.click(screen.getByRole("button", { name: "Pin" }));
    expect(screen.getByText("This is needed.")).toBeVisible();
    await write(user, text, " Mind the dog. ");
    expect(await accessibilityProblems()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Pin" }));
    expect(await theNote()).toHaveTextContent(/Amira Haddad.*Mind the dog\./);
    await isClosed();
    expect(desk.sent.at(-1)).toMatchObject({
      path: `/api/tickets/${ID}/pin`,
      body: { text: "Mind the dog." },
    });
    expect(screen.getByText(/^Amira Haddad pinned a note/)).toHaveTextContent("Mind the dog.");
    expect(await accessibilityProblems()).toEqual([]);
  });

  test("is edited where it stands", async () => {
    const { desk, user } = open({ pin: PIN });
    await user.click(within(await theNote()).getByRole("button", { name: "Edit" }));
    const text = await field();
    expect(text).toHaveValue("Calls back at noon.");
    await write(user, text, " Mind the dog.");
    await user.click(screen.getByRole("button", { name: "Pin" }));
    await isClosed();
    expect(desk.tickets.get(ID)?.pin?.text).toBe("Calls back at noon. Mind the dog.");
    expect(await theNote()).toHaveTextContent(/Amira Haddad.*Mind the dog\./);
  });

  test("is unpinned by keyboard, which then stands at the page", async () => {
    const { desk, user } = open({ pin: PIN });
    within(await theNote())
      .getByRole("button", { name: "Unpin" })
      .focus();
    await user.keyboard("{Enter}");
    expect(await screen.findByText("Amira Haddad took the pinned note away")).toBeVisible();
    expect(screen.queryByRole("region", { name: "Pinned note" })).toBeNull();
    expect(desk.sent.at(-1)?.body).toEqual({ text: "" });
    expect(screen.getByRole("main")).toHaveFocus();
  });

  test("is told in German, too", async () => {
    open({ pin: PIN });
    await theNote();
    await chooseLanguage("de");
    expect(await screen.findByRole("region", { name: "Angeheftete Notiz" })).toBeVisible();
    await chooseLanguage("en");
  });

  test("stands on a closed ticket, too", async () => {
    const { user } = open({ state: "closed", phase: "closed", next_states: [] });
    await openPin(user);
    await write(user, await field(), "Never again");
    await user.click(screen.getByRole("button", { name: "Pin" }));
    expect(await theNote()).toHaveTextContent("Never again");
  });
});

describe("what was typed", () => {
  test("is still there when the dialog is opened again, and gone once it is pinned", async () => {
    const { user } = open();
    await openPin(user);
    await write(user, await field(), "Typed for a while");
    await user.keyboard("{Escape}");
    await isClosed();
    await openPin(user);
    expect(await field()).toHaveValue("Typed for a while");
    await user.click(screen.getByRole("button", { name: "Pin" }));
    await isClosed();
    await user.click(within(await theNote()).getByRole("button", { name: "Unpin" }));
    await screen.findByText("Amira Haddad took the pinned note away");
    await openPin(user);
    expect(await field()).toHaveValue("");
  });

  test("is kept when others pinned something meanwhile, which is shown before it is replaced", async () => {
    const { desk, change, user } = open();
    await openPin(user);
    await write(user, await field(), "Mine");
    change({ pin: PIN });
    await user.click(screen.getByRole("button", { name: "Pin" }));
    expect(await screen.findByText(/Somebody changed this ticket at the same moment/)).toBeVisible();
    const dialog = screen.getByRole("dialog");
    expect(await within(dialog).findByText("Calls back at noon.")).toBeVisible();
    expect(within(dialog).getByText(/^Tom Berger has pinned this meanwhile/)).toBeVisible();
    expect(await field()).toHaveValue("Mine");
    expect(await accessibilityProblems()).toEqual([]);
    await user.click(within(dialog).getByRole("button", { name: "Pin" }));
    await isClosed();
    expect(desk.tickets.get(ID)?.pin?.text).toBe("Mine");
  });

  test("is kept when others took the note away meanwhile", async () => {
    const { change, client, user } = open({ pin: PIN });
    await user.click(within(await theNote()).getByRole("button", { name: "Edit" }));
    await write(user, await field(), " Or later.");
    change({ pin: null });
    await client.invalidateQueries();
    expect(await screen.findByText("The pinned note was taken away meanwhile.")).toBeVisible();
    expect(await field()).toHaveValue("Calls back at noon. Or later.");
  });

  test("that did not arrive is still there to try again, under the same key", async () => {
    const { desk, user } = open();
    const keys: (string | null)[] = [];
    server.use(
      http.put(
        "*/pin",
        ({ request }) => {
          keys.push(request.headers.get("idempotency-key"));
          return problem(503, "unavailable");
        },
        { once: true },
      ),
    );
    await openPin(user);
    await write(user, await field(), "Mind the dog.");
    await user.click(screen.getByRole("button", { name: "Pin" }));
    expect(await within(screen.getByRole("dialog")).findByRole("alert")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Pin" }));
    expect(await theNote()).toHaveTextContent("Mind the dog.");
    expect([desk.sent.at(-1)?.key]).toEqual(keys);
  });
});

test("a note that others replaced at the same moment is not unpinned unseen", async () => {
  const { desk, change, user } = open({ pin: PIN });
  const note = await theNote();
  change({ pin: { ...PIN, text: "Calls back at one." } });
  await user.click(within(note).getByRole("button", { name: "Unpin" }));
  expect(await screen.findByText(/Somebody changed this ticket at the same moment/)).toBeVisible();
  expect(await screen.findByText("Calls back at one.")).toBeVisible();
  expect(desk.tickets.get(ID)?.pin).not.toBeNull();
});
