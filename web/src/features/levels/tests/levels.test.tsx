import { screen, within } from "@testing-library/react";
import { http } from "msw";
import { describe, expect, test } from "vitest";

import type { LevelNote, Ticket } from "@/api/types";
import { chooseLanguage } from "@/lib/language";
import { accessibilityProblems } from "@/testing/axe";
import { at, LEAD } from "@/testing/builders";
import { problem } from "@/testing/problem";
import { replyTo } from "@/testing/composer";
import { showAgent, signedIn, write } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

import { notesOf } from "../testing";

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

describe("a ticket", () => {
  test("escalates only with a reason and what was tried", async () => {
    const { desk, user } = open();
    await screen.findByRole("region", { name: "What to write" });
    await user.keyboard("e");
    const dialog = await screen.findByRole("dialog");
    await user.click(within(dialog).getByRole("button", { name: "Escalate" }));
    expect(within(dialog).getAllByText("This is needed.")).toHaveLength(2);
    await write(user, within(dialog).getByLabelText(/Why does it need more/), "Gateway fault");
    await write(user, within(dialog).getByLabelText(/What was tried/), "Restarted the client");
    await user.click(within(dialog).getByRole("button", { name: "Escalate" }));
    expect(await screen.findByText(/escalated to L2, IT operations/)).toBeVisible();
    expect(desk.sent.at(-1)?.body).toEqual({
      level: "L2",
      reason: "Gateway fault",
      tried: "Restarted the client",
    });
  });

  test("is sent back with the answer for the lower level", async () => {
    const { desk, user } = open({ level: "L2", team: "it-operations" });
    await user.click(await screen.findByRole("button", { name: "Send back" }));
    const dialog = await screen.findByRole("dialog");
    await user.click(within(dialog).getByRole("button", { name: "Send back" }));
    expect(within(dialog).getByText("This is needed.")).toBeVisible();
    await write(user, within(dialog).getByLabelText(/Answer for the lower level/), "Restart the tunnel");
    await user.click(within(dialog).getByLabelText(/could have found this itself/));
    await user.click(within(dialog).getByRole("button", { name: "Send back" }));
    expect(await screen.findByText(/sent it back to L1, Service desk/)).toBeVisible();
    expect(screen.getByText("This could have been found there.")).toBeVisible();
    expect(desk.sent.at(-1)?.body).toEqual({
      level: "L1",
      answer: "Restart the tunnel",
      needless: true,
      note: null,
    });
  });
});

describe("where a ticket belongs", () => {
  test("is no field to choose", async () => {
    const { user } = open();
    expect(await screen.findByRole("combobox", { name: "Priority" })).toBeVisible();
    for (const name of ["Level", "Team"]) expect(screen.queryByRole("combobox", { name })).toBeNull();
    await user.click(screen.getByRole("button", { name: "More" }));
    await screen.findByRole("menuitem", { name: "Copy link" });
    expect(screen.queryByRole("menuitem", { name: "Correct routing …" })).toBeNull();
  });

  test("is corrected by a lead, with a reason", async () => {
    const desk = openDesk(LEAD);
    signedIn("agent");
    const { user } = showAgent(`/agent/tickets/${ID}`);
    await user.click(await screen.findByRole("button", { name: "More" }));
    await user.click(await screen.findByRole("menuitem", { name: "Correct routing …" }));
    const dialog = await screen.findByRole("dialog");
    await user.click(within(dialog).getByRole("button", { name: "Correct routing" }));
    expect(within(dialog).getAllByText("This is needed.")).toHaveLength(2);
    expect(desk.sent).toEqual([]);
    await user.click(within(dialog).getByRole("combobox", { name: /Right team/ }));
    await user.click(await screen.findByRole("option", { name: "L2 · IT operations" }));
    await write(user, within(dialog).getByLabelText(/routed wrongly/), "A gateway");
    expect(await accessibilityProblems()).toEqual([]);
    await user.click(within(dialog).getByRole("button", { name: "Correct routing" }));
    expect(await screen.findByText(/corrected the routing.*IT operations: A gateway/)).toBeVisible();
    expect(desk.sent.at(-1)).toMatchObject({
      path: `/api/tickets/${ID}/routing-corrections`,
      body: { team: "it-operations", reason: "A gateway" },
    });
  });
});

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
    await write(user, await replyTo("Jonas Weber"), "Good morning,");
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

  test("are a head alone where there are none, and not asked for above L1", async () => {
    const asked: string[] = [];
    server.events.on("request:start", ({ request }) => asked.push(new URL(request.url).pathname));
    const { unmount } = open();
    expect(await screen.findByRole("button", { name: "Known answers" })).toHaveAttribute(
      "aria-expanded",
      "false",
    );
    expect(asked).toContain("/api/level-notes");
    unmount();
    asked.length = 0;
    open({ level: "L2" }, [aNote()]);
    await screen.findByRole("region", { name: "What to write" });
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
