import { screen, waitFor, within } from "@testing-library/react";
import { http } from "msw";
import { describe, expect, test } from "vitest";

import type { LevelNote, Ticket } from "@/api/types";
import { notesOf } from "@/features/levels/testing";
import { chooseLanguage } from "@/lib/language";
import { accessibilityProblems } from "@/testing/axe";
import { AGENT, at } from "@/testing/builders";
import { problem } from "@/testing/problem";
import { showAgent, signedIn, write } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

const ID = "HD-07KQ2M4X";

const aNote = (part: Partial<LevelNote> = {}): LevelNote => ({
  id: "n-1",
  title: "Tunnel closed by peer",
  body: "Restart gateway fra-2.",
  level: "L1",
  category: "network",
  ticket: "HD-0AB3CD5E",
  author: { id: "p-agent2", name: "Tom Berger" },
  at: at(-600),
  ...part,
});

function open(part: Partial<Ticket> = {}, notes: LevelNote[] = []) {
  const desk = openDesk();
  const ticket = desk.tickets.get(ID);
  if (ticket === undefined) throw new Error("no ticket");
  desk.tickets.set(ID, { ...ticket, ...part });
  notesOf(desk).push(...notes);
  signedIn("agent");
  return { desk, ...showAgent(`/agent/tickets/${ID}`) };
}

describe("an answer for the lower level", () => {
  const AT_L2 = { level: "L2", team: "it-operations" } as const;

  async function answer(user: ReturnType<typeof open>["user"]) {
    await user.click(await screen.findByRole("button", { name: "Send back" }));
    const dialog = await screen.findByRole("dialog");
    await write(user, within(dialog).getByLabelText(/Answer for the lower level/), "Restart the tunnel");
    await user.click(within(dialog).getByLabelText("Keep the answer as a note for L1"));
    return dialog;
  }

  test("is kept as a note under the subject, and told in the ticket", async () => {
    const { desk, user } = open(AT_L2);
    const dialog = await answer(user);
    const title = within(dialog).getByLabelText(/Title of the note/);
    expect(title).toHaveValue("VPN drops every few minutes");
    expect(await accessibilityProblems()).toEqual([]);
    await user.clear(title);
    await user.click(within(dialog).getByRole("button", { name: "Send back" }));
    expect(within(dialog).getByText("This is needed.")).toBeVisible();
    await write(user, title, "VPN drops");
    await user.click(within(dialog).getByRole("button", { name: "Send back" }));
    const told = await screen.findByText(/kept an answer for L1/);
    expect(told).toHaveTextContent(/VPN drops.*Restart the tunnel/);
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(desk.sent.at(-1)).toMatchObject({
      path: `/api/tickets/${ID}/de-escalations`,
      body: { level: "L1", answer: "Restart the tunnel", note: { title: "VPN drops", level: "L1" } },
    });
    expect(await screen.findByRole("heading", { name: "Known answers" })).toBeVisible();
  });

  test("that did not go back is still there to try again", async () => {
    const { desk, user } = open(AT_L2);
    server.use(http.post("*/de-escalations", () => problem(503, "unavailable"), { once: true }));
    const dialog = await answer(user);
    await user.click(within(dialog).getByRole("button", { name: "Send back" }));
    expect(await within(dialog).findByRole("alert")).toBeVisible();
    expect(desk.sent).toEqual([]);
    expect(within(dialog).getByLabelText(/Answer for the lower level/)).toHaveValue("Restart the tunnel");
  });
});

describe("known answers", () => {
  test("of the category are put into the reply after what is there", async () => {
    const { user } = open({}, [aNote(), aNote({ id: "n-2", title: "Of others", category: "hardware" })]);
    await user.click(await screen.findByText("Tunnel closed by peer"));
    expect(screen.getByText("Restart gateway fra-2.")).toBeVisible();
    expect(screen.queryByText("Of others")).toBeNull();
    expect(await accessibilityProblems()).toEqual([]);
    await write(user, await screen.findByLabelText("Reply to Jonas Weber"), "Good morning,");
    await user.keyboard("{Escape}");
    await user.click(screen.getByRole("radio", { name: "Internal note" }));
    await user.click(screen.getByRole("button", { name: "Use in reply" }));
    const reply = screen.getByLabelText("Reply to Jonas Weber");
    expect(reply).toHaveValue("Good morning,\n\nRestart gateway fra-2.");
    expect(reply).toHaveFocus();
  });

  test("are told in German, too", async () => {
    open({}, [aNote()]);
    await screen.findByRole("heading", { name: "Known answers" });
    await chooseLanguage("de");
    expect(await screen.findByRole("heading", { name: "Bekannte Antworten" })).toBeVisible();
    await chooseLanguage("en");
  });

  test("are not spoken of where there are none, and not asked for above L1", async () => {
    const asked: string[] = [];
    server.events.on("request:start", ({ request }) => asked.push(new URL(request.url).pathname));
    const { unmount } = open();
    await waitFor(() => {
      expect(asked).toContain("/api/level-notes");
    });
    expect(screen.queryByText("Known answers")).toBeNull();
    unmount();
    asked.length = 0;
    open({ level: "L2" }, [aNote()]);
    await screen.findByLabelText("Reply to Jonas Weber");
    expect(asked).not.toContain("/api/level-notes");
    server.events.removeAllListeners();
  });

  test("that could not be fetched are asked for again", async () => {
    const desk = openDesk();
    notesOf(desk).push(aNote());
    server.use(http.get("*/api/level-notes", () => problem(409, "broken"), { once: true }));
    signedIn("agent");
    const { user } = showAgent(`/agent/tickets/${ID}`);
    await user.click(await screen.findByRole("button", { name: "Try again" }));
    expect(await screen.findByText("Tunnel closed by peer")).toBeVisible();
  });
});

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

test("one Escape closes the hand-over, whose list waits to be opened", async () => {
  const { user } = open();
  await user.click(await screen.findByRole("button", { name: "Hand over" }));
  const dialog = await screen.findByRole("dialog");
  const list = within(dialog).getByRole("combobox", { name: "To whom" });
  await waitFor(() => {
    expect(list).toHaveFocus();
  });
  expect(list).toHaveAttribute("aria-expanded", "false");
  await user.keyboard("{Escape}");
  await waitFor(() => {
    expect(screen.queryByRole("dialog")).toBeNull();
  });
});

test("a ticket on hold says which vendor it waits for", async () => {
  const { desk, user } = open({ assignee: { id: AGENT.id, name: AGENT.name } });
  await user.click(await screen.findByRole("button", { name: "Change state" }));
  await user.click(await screen.findByRole("menuitem", { name: "Wait until …" }));
  const dialog = await screen.findByRole("dialog");
  expect(within(dialog).queryByLabelText(/^Vendor/)).toBeNull();
  await user.click(within(dialog).getByRole("combobox", { name: "State" }));
  await user.click(await screen.findByRole("option", { name: "On hold" }));
  const vendor = within(dialog).getByLabelText(/^Vendor/);
  await write(user, vendor, "Acme & Sons");
  await user.click(within(dialog).getByRole("button", { name: "Set" }));
  expect(within(dialog).getByText(/One word/)).toBeVisible();
  await user.clear(vendor);
  await write(user, vendor, "acme");
  expect(await accessibilityProblems()).toEqual([]);
  await user.click(within(dialog).getByRole("button", { name: "Set" }));
  expect(await screen.findByText("waits for acme")).toBeVisible();
  expect(desk.sent.at(-1)?.body).toMatchObject({ state: "on_hold", vendor: "acme" });

  await user.click(screen.getByRole("button", { name: "Change" }));
  await user.clear(await screen.findByLabelText(/^Vendor/));
  await user.click(screen.getByRole("button", { name: "Set" }));
  await waitFor(() => {
    expect(screen.queryByText("waits for acme")).toBeNull();
  });
  expect(desk.sent.at(-1)?.body).toMatchObject({ state: "on_hold", vendor: "" });
});
