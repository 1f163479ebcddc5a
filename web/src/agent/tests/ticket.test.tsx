import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { describe, expect, test } from "vitest";

import { ROUTING } from "@/features/assignment/testing";
import { accessibilityProblems } from "@/testing/axe";
import { AGENT, anEntry, at, MEMBERS } from "@/testing/builders";
import { showAgent, signedIn, write } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

const ID = "HD-07KQ2M4X";

function open() {
  const desk = openDesk();
  signedIn("agent");
  return { desk, ...showAgent(`/agent/tickets/${ID}`) };
}

const replyBox = () => screen.findByLabelText("Reply to Jonas Weber");

/** Somebody else changes the ticket behind the agent's back. */
function meanwhile(desk: ReturnType<typeof open>["desk"], body: string) {
  const ticket = desk.tickets.get(ID);
  if (ticket === undefined) throw new Error("no ticket");
  const entry = anEntry({
    at: at(0),
    actor: { id: "p-requester", name: "Jonas Weber", role: "requester" },
    body,
  });
  desk.tickets.set(ID, { ...ticket, revision: ticket.revision + 1, timeline: [...ticket.timeline, entry] });
}

describe("a ticket", () => {
  test("tells notes from messages, and what happened in between", async () => {
    open();
    const note = await screen.findByText(/Gateway fra-2/);
    expect(note.closest("article")).toHaveTextContent("Internal note");
    expect(screen.getByText(/At home, over the fibre line/).closest("article")).not.toHaveTextContent(
      "Internal note",
    );
    expect(screen.getByText("Given to Amira Haddad")).toBeVisible();
    expect(screen.getByText(/set the state to “Waiting for requester”/)).toBeVisible();
  });

  test("takes a reply and moves on in one go", async () => {
    const { desk, user } = open();
    await write(user, await replyBox(), "Please try again now.");
    await user.click(screen.getByRole("button", { name: "Send as solved" }));
    expect(await screen.findByText("Please try again now.", { ignore: "textarea" })).toBeVisible();
    expect(desk.sent.at(-1)?.body).toEqual({
      body: "Please try again now.",
      visibility: "public",
      state: "solved",
    });
    expect(screen.getByText(/set the state to “Solved”/)).toBeVisible();
    expect(await replyBox()).toHaveValue("");
  });

  test("never sends a note to the requester", async () => {
    const { desk, user } = open();
    await replyBox();
    await user.keyboard("n");
    await write(user, screen.getByLabelText("Note for the team"), "Not for outside.");
    await user.keyboard("{Control>}{Enter}{/Control}");
    expect(await screen.findByText("Not for outside.", { ignore: "textarea" })).toBeVisible();
    expect(desk.sent.at(-1)?.body).toEqual({ body: "Not for outside.", visibility: "internal" });
  });

  test("keeps the draft of each ticket over a reload", async () => {
    const { user, unmount } = open();
    await write(user, await replyBox(), "Half a sentence");
    unmount();
    showAgent(`/agent/tickets/${ID}`);
    expect(await replyBox()).toHaveValue("Half a sentence");
  });

  test("asks once when somebody wrote meanwhile, keeps the text and then sends it", async () => {
    const { desk, user } = open();
    await write(user, await replyBox(), "Try the other gateway.");
    meanwhile(desk, "It works again, thank you!");
    await user.click(screen.getByRole("button", { name: "Send" }));

    const notice = await screen.findByRole("alert");
    expect(notice).toHaveTextContent("The ticket has changed while you were writing");
    expect(await within(notice).findByText("It works again, thank you!")).toBeVisible();
    expect(await replyBox()).toHaveValue("Try the other gateway.");

    await user.click(within(notice).getByRole("button", { name: "Send it as it is" }));
    expect(await screen.findByText("Try the other gateway.", { ignore: "textarea" })).toBeVisible();
    await waitFor(() => {
      expect(screen.queryByText("The ticket has changed while you were writing")).toBeNull();
    });
    expect(
      desk.tickets.get(ID)?.timeline.filter(({ body }) => body === "Try the other gateway."),
    ).toHaveLength(1);
  });

  test("shows the newer state when a field was changed by somebody else", async () => {
    const { desk, user } = open();
    await replyBox();
    meanwhile(desk, "And another thing.");
    await user.keyboard("e");
    await user.keyboard("{Escape}");
    await user.click(screen.getByRole("combobox", { name: "Priority" }));
    await user.click(await screen.findByRole("option", { name: "P1 Critical" }));
    expect(await screen.findByText(/Somebody changed this ticket at the same moment/)).toBeVisible();
    expect(await screen.findByText("And another thing.")).toBeVisible();
  });

  test("is taken with one key", async () => {
    const { desk, user } = open();
    desk.tickets.set(ID, { ...expectTicket(desk), assignee: null });
    await screen.findByRole("button", { name: "Take it" });
    await user.keyboard("t");
    await waitFor(() => {
      expect(desk.tickets.get(ID)?.assignee?.id).toBe(AGENT.id);
    });
    await waitFor(() => {
      expect(screen.queryByRole("button", { name: "Take it" })).toBeNull();
    });
  });

  test("moves only where its state allows", async () => {
    const { desk, user } = open();
    await user.click(await screen.findByRole("button", { name: "Change state" }));
    const menu = await screen.findByRole("menu");
    expect(
      within(menu)
        .getAllByRole("menuitem")
        .map((item) => item.textContent),
    ).toEqual(["Waiting for requester", "On hold", "Solved", "Cancelled", "Wait until …"]);
    await user.click(within(menu).getByRole("menuitem", { name: "On hold" }));
    await waitFor(() => {
      expect(desk.tickets.get(ID)?.state).toBe("on_hold");
    });
  });

  test("escalates only with a reason and what was tried", async () => {
    const { desk, user } = open();
    await replyBox();
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
    const { desk, user } = open();
    desk.tickets.set(ID, { ...expectTicket(desk), level: "L2", team: "it-operations" });
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

  test("is handed over with what the next one needs", async () => {
    const { desk, user } = open();
    await user.click(await screen.findByRole("button", { name: "Hand over" }));
    const dialog = await screen.findByRole("dialog");
    await user.click(within(dialog).getByRole("button", { name: "Hand over" }));
    expect(within(dialog).getAllByText("This is needed.")).toHaveLength(3);
    await user.click(within(dialog).getByRole("combobox", { name: "To whom" }));
    const [, offered] = await screen.findAllByRole("option", { name: "Tom Berger" }); // the first may be the assignee
    if (offered === undefined) throw new Error("nobody to hand over to");
    await user.click(offered);
    await write(user, within(dialog).getByLabelText(/Where it stands/), "The gateway is at fault");
    await write(user, within(dialog).getByLabelText(/What comes next/), "Call the provider");
    await user.click(within(dialog).getByRole("button", { name: "Hand over" }));
    expect(await screen.findByText(/handed over to Tom Berger/)).toBeVisible();
    expect(screen.getByText("Call the provider")).toBeVisible();
    expect(desk.sent.at(-1)?.body).toEqual({
      summary: "The gateway is at fault",
      next_step: "Call the provider",
      person: "p-agent2",
    });
  });

  test("waits until a day, in the reader's time, and says so", async () => {
    const { desk, user } = open();
    await user.click(await screen.findByRole("button", { name: "Change state" }));
    await user.click(await screen.findByRole("menuitem", { name: "Wait until …" }));
    const dialog = await screen.findByRole("dialog");
    const until = within(dialog).getByLabelText(/Comes back/);
    fireEvent.change(until, { target: { value: "2020-01-01T09:00" } });
    await user.click(within(dialog).getByRole("button", { name: "Set" }));
    expect(within(dialog).getByText("This must be a time to come.")).toBeVisible();
    fireEvent.change(until, { target: { value: "2026-11-27T14:30" } });
    await write(user, within(dialog).getByLabelText("Reason"), "On holiday");
    expect(await accessibilityProblems()).toEqual([]);
    await user.click(within(dialog).getByRole("button", { name: "Set" }));
    expect(await screen.findByText(/comes back/)).toBeVisible();
    expect(screen.getByText(/“Waiting for requester” until/)).toBeVisible();
    expect(desk.sent.at(-1)?.body).toEqual({
      state: "pending",
      reason: "On holiday",
      until: new Date("2026-11-27T14:30").toISOString(),
    });
  });

  test("says why this person has it", async () => {
    const { user } = open();
    await user.click(await screen.findByRole("button", { name: "Why this person?" }));
    const dialog = await screen.findByRole("dialog");
    expect(await within(dialog).findByText("Network by word, Branch offices")).toBeVisible();
    expect(within(dialog).getByText("German")).toBeVisible();
    const [, first, , full, skill, language] = within(dialog).getAllByRole("row");
    expect(first).toHaveTextContent(/Amira Haddad.*Place 1.*received for their share: 4/);
    expect(full).toHaveTextContent(/Tom Berger.*10.*has as many tickets as they can take/);
    expect(skill).toHaveTextContent(/Ines Marques.*lacks the skill vpn/);
    expect(language).toHaveTextContent(/Paul Okafor.*does not answer in German/);
    expect(within(dialog).getByText(/12 × not on shift/)).toBeVisible();
    expect(await accessibilityProblems()).toEqual([]);
  });

  test("says where it stands in line when nobody has it", async () => {
    const { desk, user } = open();
    desk.tickets.set(ID, { ...expectTicket(desk), assignee: null });
    const waiting = { reason: "full", ahead: 2, expected_seconds: 5_400, again_at: at(60), alert_at: null };
    server.use(http.get("*/api/tickets/:id/routing", () => HttpResponse.json({ ...ROUTING, waiting })));
    await user.click(await screen.findByRole("button", { name: "Why has nobody got it?" }));
    const dialog = await screen.findByRole("dialog");
    expect(await within(dialog).findByText("2 tickets are in line before it.")).toBeVisible();
    expect(within(dialog).getByText(/about 1 h 30 m/)).toBeVisible();
    expect(within(dialog).getByText(/Nobody could take it. Mostly: has as many/)).toBeVisible();
  });

  test("offers the people of its team", async () => {
    const { user } = open();
    await user.click(await screen.findByRole("combobox", { name: "Assignee" }));
    for (const { name } of MEMBERS) expect(await screen.findByRole("option", { name })).toBeInTheDocument();
  });

  test("has no accessibility problems", async () => {
    open();
    await replyBox();
    expect(await accessibilityProblems()).toEqual([]);
  });
});

function expectTicket(desk: ReturnType<typeof open>["desk"]) {
  const ticket = desk.tickets.get(ID);
  if (ticket === undefined) throw new Error("no ticket");
  return ticket;
}

describe("a ticket that pages people", () => {
  const PAGED = "HD-0AB3CD5E";
  const openPaged = () => {
    const desk = openDesk();
    signedIn("agent");
    return { desk, ...showAgent(`/agent/tickets/${PAGED}`) };
  };

  test("is acknowledged with one button", async () => {
    const { desk, user } = openPaged();
    const banner = await screen.findByRole("alert");
    expect(banner).toHaveTextContent("Somebody is wanted here now.");
    expect(banner).toHaveTextContent("Told so far: whoever is on call.");
    expect(await accessibilityProblems()).toEqual([]);
    await user.click(within(banner).getByRole("button", { name: "I take care" }));
    expect(await screen.findByText(/Amira Haddad takes care of it, since/)).toBeVisible();
    expect(desk.sent.at(-1)?.path).toBe(`/api/tickets/${PAGED}/acknowledgements`);
    expect(screen.queryByRole("button", { name: "I take care" })).toBeNull();
  });

  test("shows who else took care, without a reload", async () => {
    const { desk, client } = openPaged();
    await screen.findByRole("button", { name: "I take care" });
    const ticket = desk.tickets.get(PAGED);
    if (ticket === undefined) throw new Error("no ticket");
    const by = { id: "p-agent2", name: "Tom Berger", role: "agent" } as const;
    const entry = anEntry({ type: "TicketAcknowledged", visibility: "internal", at: at(1), actor: by });
    desk.tickets.set(PAGED, { ...ticket, ladders: [], timeline: [...ticket.timeline, entry] });
    await client.invalidateQueries({ queryKey: ["ticket", PAGED] }); // what the live line does
    expect(await screen.findByText(/Tom Berger takes care of it, since/)).toBeVisible();
    expect(screen.queryByRole("button", { name: "I take care" })).toBeNull();
  });
});

describe("a ticket on behalf of somebody", () => {
  test("is created by keyboard and opened", async () => {
    const desk = openDesk();
    signedIn("agent");
    const { user } = showAgent("/agent/mine");
    await screen.findByRole("heading", { name: "My tickets" });
    await user.keyboard("c");
    const mail = await screen.findByLabelText(/E-mail of the requester/);
    expect(mail).toHaveFocus();
    await write(user, mail, "max@example.com");
    await write(user, screen.getByLabelText("Name"), "Max Beispiel");
    await write(user, screen.getByLabelText(/^Subject/), "Cannot hear callers");
    await write(user, screen.getByLabelText(/^Description/), "The headset is silent.");
    expect(await accessibilityProblems()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Create ticket" }));
    expect(await screen.findByRole("heading", { name: "Cannot hear callers" })).toBeVisible();
    expect(desk.sent[0]?.body).toMatchObject({
      requester: { email: "max@example.com", name: "Max Beispiel" },
      channel: "phone",
      subject: "Cannot hear callers",
    });
  });

  test("names what is missing", async () => {
    openDesk();
    signedIn("agent");
    const { user } = showAgent("/agent/new");
    await user.click(await screen.findByRole("button", { name: "Create ticket" }));
    expect(await screen.findAllByText("This is needed.")).toHaveLength(3);
  });
});
