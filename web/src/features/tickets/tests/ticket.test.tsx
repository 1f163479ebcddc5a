import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { http } from "msw";
import { beforeEach, describe, expect, test, vi } from "vitest";

import { accessibilityProblems } from "@/testing/axe";
import { AGENT, anEntry, at, MEMBERS } from "@/testing/builders";
import { replyTo } from "@/testing/composer";
import { problem } from "@/testing/problem";
import { showAgent, signedIn, write } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

const ID = "HD-07KQ2M4X";

function open() {
  const desk = openDesk();
  signedIn("agent");
  return { desk, ...showAgent(`/agent/tickets/${ID}`) };
}

const replyBox = () => replyTo("Jonas Weber");
const shown = () => screen.findByRole("heading", { name: /VPN drops/ });

/** Somebody else changes the ticket behind the agent's back. */
function meanwhile(desk: ReturnType<typeof open>["desk"], body: string) {
  const ticket = desk.tickets.get(ID);
  if (ticket === undefined) throw new Error("no ticket");
  const entry = anEntry({
    at: at(1),
    actor: { id: "p-requester", name: "Jonas Weber", role: "requester" },
    body,
  });
  desk.tickets.set(ID, { ...ticket, revision: ticket.revision + 1, timeline: [...ticket.timeline, entry] });
}

function expectTicket(desk: ReturnType<typeof open>["desk"]) {
  const ticket = desk.tickets.get(ID);
  if (ticket === undefined) throw new Error("no ticket");
  return ticket;
}

describe("the thread", () => {
  let into: { element: Element; how: unknown }[] = [];
  beforeEach(() => {
    into = [];
    vi.spyOn(Element.prototype, "scrollIntoView").mockImplementation(function (this: Element, how) {
      into.push({ element: this, how });
    });
  });

  test("opens at its newest entry", async () => {
    open();
    await shown();
    const last = screen.getAllByRole("article").at(-1);
    const { element, how } = into.at(-1) ?? {};
    expect(how).toEqual({ block: "end" });
    expect(last?.compareDocumentPosition(element ?? document.body)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  test("opens at the first entry since one looked, with a line that says since when", async () => {
    const { desk, unmount } = open();
    await shown();
    unmount();
    meanwhile(desk, "And one thing more.");
    meanwhile(desk, "And another.");
    showAgent(`/agent/tickets/${ID}`);
    await shown();
    const line = screen.getByText(/^New since/);
    expect(into.at(-1)).toEqual({ element: line, how: { block: "start" } });
    const [first] = screen.getAllByRole("article").filter((one) => one.textContent.includes("And"));
    expect(first).toHaveTextContent("And one thing more.");
    expect(first?.previousElementSibling).toBe(line);
  });

  test("is not moved by what others write, but says that it is there", async () => {
    const { desk, client } = open();
    await shown();
    const thread = screen.getByRole("region", { name: "Thread" });
    Object.defineProperty(document.documentElement, "scrollHeight", { value: 2_000, configurable: true });
    const before = into.length;
    meanwhile(desk, "Are you there?");
    await client.invalidateQueries({ queryKey: ["ticket"] });
    const pill = await screen.findByRole("button", { name: /1 new message/ });
    expect(within(thread).getByText("Are you there?")).toBeVisible();
    expect(into).toHaveLength(before);
    fireEvent.click(pill);
    expect(into).toHaveLength(before + 1);
    Reflect.deleteProperty(document.documentElement, "scrollHeight");
  });
});

describe("the composer", () => {
  test("rests below the thread until somebody writes, and rests again when nothing is written", async () => {
    const { user } = open();
    await shown();
    expect(screen.queryByRole("textbox", { name: "Reply to Jonas Weber" })).toBeNull();
    await user.keyboard("r");
    expect(document.activeElement).toBe(screen.getByLabelText("Reply to Jonas Weber"));
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("textbox", { name: "Reply to Jonas Weber" })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole("region", { name: "Thread" }));
  });

  test("is open where a draft is", async () => {
    const { user, unmount } = open();
    await write(user, await replyBox(), "Half a sentence");
    unmount();
    showAgent(`/agent/tickets/${ID}`);
    expect(await screen.findByLabelText("Reply to Jonas Weber")).toHaveValue("Half a sentence");
  });

  test("has Send next to its text for Tab", async () => {
    const { user } = open();
    await write(user, await replyBox(), "Please try again now.");
    await user.tab();
    expect(document.activeElement).toHaveAccessibleName("Send");
    await user.keyboard("{ArrowDown}");
    expect(await screen.findByRole("menuitem", { name: /Send as solved/ })).toBeVisible();
  });

  test("throws away what is written, and has it back on demand", async () => {
    const { user } = open();
    await write(user, await replyBox(), "Half a sentence");
    await user.click(screen.getByRole("button", { name: "More for this message" }));
    await user.click(await screen.findByRole("menuitem", { name: "Discard" }));
    expect(screen.queryByLabelText("Reply to Jonas Weber")).toBeNull();
    await user.click(await screen.findByRole("button", { name: "Undo" }));
    expect(await screen.findByLabelText("Reply to Jonas Weber")).toHaveValue("Half a sentence");
  });
});

describe("a ticket", () => {
  test("tells notes from messages, and what happened in between", async () => {
    open();
    const note = await screen.findByText(/Gateway fra-2/);
    expect(note.closest("article")).toHaveTextContent("Internal note");
    expect(screen.getByText(/At home, over the fibre line/).closest("article")).not.toHaveTextContent(
      "Internal note",
    );
    expect(screen.getByText("Given to Amira Haddad")).toBeVisible();
    expect(screen.getByText(/set the state to “Waits for requester”/)).toBeVisible();
  });

  test("says by which way somebody came to write, and nothing of it for staff", async () => {
    const desk = openDesk();
    const actor = { id: "p-requester", name: "Jonas Weber", role: "guest" as const };
    const by = (body: string, via: string, more = {}) => anEntry({ actor, body, data: { via }, ...more });
    const timeline = [
      by("It smokes.", "", { type: "TicketCreated", data: { channel: "web" } }),
      by("By the link.", "link"),
      by("From my phone.", "mail"),
      by("Signed in.", "signed_in", { actor: { ...actor, role: "requester" } }),
      by("An answer.", "signed_in", { actor: { ...actor, role: "agent" } }),
    ];
    desk.tickets.set(ID, { ...expectTicket(desk), timeline });
    signedIn("agent");
    showAgent(`/agent/tickets/${ID}`);
    const said = async (body: string) => (await screen.findByText(body)).closest("article");
    expect(await said("By the link.")).toHaveTextContent("by the link from a mail");
    expect(await said("From my phone.")).toHaveTextContent("by e-mail");
    expect(await said("Signed in.")).toHaveTextContent("· signed in");
    expect(await said("It smokes.")).toHaveTextContent("by the form");
    expect(await said("An answer.")).not.toHaveTextContent("signed in");
  });

  test("takes a reply and moves on in one go", async () => {
    const { desk, user } = open();
    await write(user, await replyBox(), "Please try again now.");
    await user.click(screen.getByRole("button", { name: "Send and change the state" }));
    await user.click(await screen.findByRole("menuitem", { name: /Send as solved/ }));
    await waitFor(() => {
      expect(desk.tickets.get(ID)?.state).toBe("solved");
    });
    expect(desk.sent.at(-1)?.body).toEqual({
      body: "Please try again now.",
      visibility: "public",
      state: "solved",
    });
    // One has chosen nothing else: where there is no next ticket, back to the list.
    expect(window.location.pathname).toBe("/agent/mine");
  });

  test("shows what has formatting with it, and sends it with it", async () => {
    const draft = { public: "Try it", formatted: { public: "<p>Try <strong>it</strong></p><p></p>" } };
    window.localStorage.setItem(`helpdesk.draft.ticket.${ID}`, JSON.stringify(draft));
    const { desk, user } = open();
    const said = anEntry({ body: "It is off", html: "<p>It is <strong>off</strong></p>" });
    const ticket = expectTicket(desk);
    desk.tickets.set(ID, { ...ticket, timeline: [...ticket.timeline, said] });
    expect((await screen.findByText("off")).localName).toBe("strong");
    await user.click(await screen.findByRole("button", { name: "Send" }));
    await waitFor(() => {
      expect(desk.sent.at(-1)?.body).toEqual({
        body: "Try it",
        html: "<p>Try <strong>it</strong></p>",
        visibility: "public",
      });
    });
  });

  test("never sends a note to the requester", async () => {
    const { desk, user } = open();
    await shown();
    await user.keyboard("n");
    await write(user, screen.getByLabelText("Note for the team"), "Not for outside.");
    await user.keyboard("{Control>}{Enter}{/Control}");
    expect(await screen.findByText("Not for outside.", { ignore: "textarea" })).toBeVisible();
    expect(desk.sent.at(-1)?.body).toEqual({ body: "Not for outside.", visibility: "internal" });
  });

  test("asks once when somebody wrote meanwhile, keeps the text and then sends it", async () => {
    const { desk, user, client } = open();
    await write(user, await replyBox(), "Try the other gateway.");
    meanwhile(desk, "It works again, thank you!");
    await client.refetchQueries();
    expect(await screen.findByText("It works again, thank you!")).toBeVisible();
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

  test("asks below the thread when it turns out at the service that somebody wrote meanwhile", async () => {
    const { desk, user } = open();
    await write(user, await replyBox(), "Try the other gateway.");
    meanwhile(desk, "It works again, thank you!");
    await user.click(screen.getByRole("button", { name: "Send" }));
    expect(await screen.findByText("The ticket has changed since you wrote this.")).toBeVisible();
    expect(await screen.findByText("It works again, thank you!")).toBeVisible();
    expect(desk.tickets.get(ID)?.timeline.at(-1)?.body).toBe("It works again, thank you!");
    await user.click(screen.getByRole("button", { name: "Send it as it is" }));
    await waitFor(() => {
      expect(desk.tickets.get(ID)?.timeline.at(-1)?.body).toBe("Try the other gateway.");
    });
  });

  test("asks nothing when only its writer has changed it since", async () => {
    const { desk, user } = open();
    await write(user, await replyBox(), "Try the other gateway.");
    const ticket = expectTicket(desk);
    const mine = anEntry({
      type: "TicketAssigned",
      actor: { id: AGENT.id, name: AGENT.name, role: "agent" },
    });
    desk.tickets.set(ID, { ...ticket, revision: ticket.revision + 1, timeline: [...ticket.timeline, mine] });
    await user.click(screen.getByRole("button", { name: "Send" }));
    await waitFor(() => {
      expect(desk.tickets.get(ID)?.timeline.at(-1)?.body).toBe("Try the other gateway.");
    });
  });

  test("is left by Escape from the text, which is kept, and keys act again", async () => {
    const { user } = open();
    await write(user, await replyBox(), "Half a sentence");
    await user.keyboard("{Escape}n");
    expect(document.activeElement).toBe(screen.getByLabelText("Note for the team"));
    await user.keyboard("{Escape}r");
    expect(document.activeElement).toBe(await replyBox());
    expect(await replyBox()).toHaveValue("Half a sentence");
  });

  test("takes keys again once something is sent", async () => {
    const { desk, user } = open();
    await write(user, await replyBox(), "Please try again now.");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => {
      expect(document.activeElement).not.toHaveRole("textbox");
    });
    await user.keyboard("e");
    expect(await screen.findByRole("dialog")).toBeVisible();
    expect(desk.sent).toHaveLength(1);
  });

  test("is sent as solved by key", async () => {
    const { desk, user } = open();
    await write(user, await replyBox(), "All done.");
    await user.keyboard("{Control>}{Shift>}{Enter}{/Shift}{/Control}");
    await waitFor(() => {
      expect(desk.tickets.get(ID)?.state).toBe("solved");
    });
  });

  test("shows the newer state when a field was changed by somebody else", async () => {
    const { desk, user } = open();
    await shown();
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
    await user.click(await screen.findByRole("button", { name: /^Change state/ }));
    const menu = await screen.findByRole("menu");
    expect(
      within(menu)
        .getAllByRole("menuitem")
        .map((item) => item.textContent),
    ).toEqual(["Waits for requester2", "On hold3", "Solved4", "Cancelled6", "Spam"]);
    await user.click(within(menu).getByRole("menuitem", { name: "On hold" }));
    await waitFor(() => {
      expect(desk.tickets.get(ID)?.state).toBe("on_hold");
    });
  });

  test("shows a typed reply whatever became of it", async () => {
    const { desk, user, unmount } = open();
    await write(user, await replyBox(), "Half a sentence");
    unmount();
    desk.tickets.set(ID, { ...expectTicket(desk), state: "cancelled", phase: "closed", next_states: [] });
    showAgent(`/agent/tickets/${ID}`);
    expect(await screen.findByText("Half a sentence")).toBeVisible();
    expect(screen.getByText("Your reply, which was not sent")).toBeVisible();
    expect(await accessibilityProblems()).toEqual([]);
  });

  test("is cancelled with a reason only", async () => {
    const { desk, user } = open();
    await user.click(await screen.findByRole("button", { name: /^Change state/ }));
    await user.click(await screen.findByRole("menuitem", { name: "Cancelled" }));
    const dialog = await screen.findByRole("dialog");
    await user.click(within(dialog).getByRole("button", { name: "Cancel the ticket" }));
    expect(within(dialog).getByText("This is needed.")).toBeVisible();
    expect(desk.tickets.get(ID)?.state).toBe("open");
    await write(user, within(dialog).getByLabelText(/Why is it cancelled/), "Came twice");
    expect(await accessibilityProblems()).toEqual([]);
    await user.click(within(dialog).getByRole("button", { name: "Cancel the ticket" }));
    await waitFor(() => {
      expect(desk.sent.at(-1)?.body).toEqual({ state: "cancelled", reason: "Came twice" });
    });
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  test("what is no request is cancelled as spam, with that as its reason", async () => {
    const { desk, user } = open();
    await user.click(await screen.findByRole("button", { name: /^Change state/ }));
    await user.click(await screen.findByRole("menuitem", { name: "Spam" }));
    const dialog = await screen.findByRole("dialog", { name: `Mark ${ID} as spam` });
    expect(within(dialog).getByLabelText(/Why is it cancelled/)).toHaveValue("Spam");
    await user.click(within(dialog).getByRole("button", { name: "Mark as spam" }));
    await waitFor(() => {
      expect(desk.sent.at(-1)?.body).toEqual({ state: "cancelled", reason: "Spam" });
    });
  });

  test("waits until a day, in the reader's time, and says so", async () => {
    const { desk, user } = open();
    await user.click(await screen.findByRole("button", { name: "Wait until …" }));
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
    expect(screen.getByText(/“Waits for requester” until/)).toBeVisible();
    expect(desk.sent.at(-1)?.body).toEqual({
      state: "pending",
      reason: "On holiday",
      until: new Date("2026-11-27T14:30").toISOString(),
    });
  });

  test("offers mornings of working days, each with its instant by the promise's calendar", async () => {
    const { desk, user } = open();
    await user.click(await screen.findByRole("button", { name: "Wait until …" }));
    const dialog = within(await screen.findByRole("dialog"));
    const said = dialog
      .getAllByRole("button")
      .flatMap((button) =>
        (button.ariaKeyShortcuts ?? button.getAttribute("aria-keyshortcuts")) ? [button] : [],
      )
      .map(({ textContent }) => textContent);
    expect(said[0]).toMatch(/^Later todayMon 23 Nov, 13:\d\d, Berlin1$/);
    expect(said.slice(1, 4)).toEqual([
      "Next working morningTue 24 Nov, 08:00, Berlin2",
      "In three working daysThu 26 Nov, 08:00, Berlin3",
      "Next weekMon 30 Nov, 08:00, Berlin4",
    ]);
    await user.click(dialog.getByRole("button", { name: /^In three working days/ }));
    await waitFor(() => {
      expect(desk.sent.at(-1)?.body).toMatchObject({ state: "pending", until: "2026-11-26T07:00:00Z" });
    });
  });

  test("waits until the next working morning by two keys, with what was typed before", async () => {
    const { desk, user } = open();
    await shown();
    await user.keyboard("w");
    const dialog = within(await screen.findByRole("dialog"));
    await write(user, dialog.getByLabelText("Reason"), "On holiday");
    await user.keyboard("2");
    expect(dialog.getByLabelText("Reason")).toHaveValue("On holiday2");
    await user.keyboard("{Escape}w2");
    await waitFor(() => {
      expect(desk.sent.at(-1)?.body).toEqual({
        ...{ state: "pending", reason: "On holiday2", until: "2026-11-24T07:00:00Z" },
      });
    });
    await user.keyboard("w");
    await screen.findByRole("dialog");
    await user.keyboard("5");
    expect(screen.getByLabelText(/Comes back/)).toHaveFocus();
  });

  test("moves by two keys, and shows it before the answer comes", async () => {
    const { desk, user } = open();
    await shown();
    let answer: () => void = () => undefined;
    server.use(
      http.post("*/api/tickets/:id/transitions", async () => {
        await new Promise<void>((done) => {
          answer = done;
        });
        return problem(409, "transition_refused");
      }),
    );
    await user.keyboard("s4");
    expect(await screen.findByRole("button", { name: /^Change state: ?Solved$/ })).toBeVisible();
    expect(expectTicket(desk).state).toBe("open");
    answer();
    expect(await screen.findByText(/cannot go into this state/)).toBeVisible();
    expect(await screen.findByRole("button", { name: /^Change state: ?In progress$/ })).toBeVisible();
  });

  test("has its priority changed by two keys", async () => {
    const { desk, user } = open();
    await shown();
    await user.keyboard("p1");
    await waitFor(() => {
      expect(expectTicket(desk).priority).toBe("P1");
    });
    expect(screen.queryByRole("menu")).toBeNull();
  });

  test("is given to oneself by two keys, to others by a beginning of their name, or to nobody", async () => {
    const { desk, user } = open();
    desk.tickets.set(ID, { ...expectTicket(desk), assignee: null });
    await screen.findByRole("button", { name: /^Assign: ?Nobody$/ });
    await user.keyboard("a");
    await waitFor(() => {
      expect(screen.getByRole("textbox", { name: "Find a person of the team" })).toHaveFocus();
    });
    await user.keyboard("{Enter}");
    expect(await screen.findByRole("button", { name: /^Assign:.*Amira Haddad$/ })).toHaveFocus();
    await waitFor(() => {
      expect(expectTicket(desk).assignee?.id).toBe(AGENT.id);
    });
    await user.keyboard("a");
    await write(user, await screen.findByRole("textbox", { name: "Find a person of the team" }), "ber");
    expect(await accessibilityProblems()).toEqual([]);
    await user.keyboard("{Enter}");
    await waitFor(() => {
      expect(expectTicket(desk).assignee?.name).toBe("Tom Berger");
    });
  });

  test("has its subject edited where it stands", async () => {
    const { desk, user } = open();
    await shown();
    await user.click(screen.getByRole("button", { name: /^VPN drops/ }));
    const field = screen.getByRole("textbox", { name: "Subject" });
    expect(field).toHaveFocus();
    await user.keyboard("{Escape}");
    expect(screen.getByRole("button", { name: /^VPN drops/ })).toHaveFocus();
    await user.keyboard("{Enter}");
    await user.clear(screen.getByRole("textbox", { name: "Subject" }));
    await user.keyboard("VPN is back{Enter}");
    await waitFor(() => {
      expect(expectTicket(desk).subject).toBe("VPN is back");
    });
  });

  test("has what is rarer behind three dots", async () => {
    const { user } = open();
    await shown();
    await user.click(screen.getByRole("button", { name: "More" }));
    const menu = within(await screen.findByRole("menu"));
    expect(menu.getAllByRole("menuitem").map(({ textContent }) => textContent)).toEqual([
      "Write to somebody outside",
      "Pin a note",
      "Mark as unread, and back",
      "Copy link",
      "Print",
    ]);
    await user.click(menu.getByRole("menuitem", { name: "Pin a note" }));
    expect(await screen.findByRole("dialog", { name: /Pin/ })).toBeVisible();
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

test("a ticket on hold says which vendor it waits for", async () => {
  const { desk, user } = open();
  await user.click(await screen.findByRole("button", { name: "Wait until …" }));
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

  await user.keyboard("w");
  await user.clear(await screen.findByLabelText(/^Vendor/));
  await user.click(screen.getByRole("button", { name: "Set" }));
  await waitFor(() => {
    expect(screen.queryByText("waits for acme")).toBeNull();
  });
  expect(desk.sent.at(-1)?.body).toMatchObject({ state: "on_hold", vendor: "" });
});

test("Escape right after the key of a menu closes the menu, and the next key is for the ticket again", async () => {
  const { user } = open();
  await shown();
  await user.keyboard("s{Escape}");
  await waitFor(() => {
    expect(screen.queryByRole("menu")).toBeNull();
  });
  expect(await shown()).toBeVisible();
  await user.keyboard("p3r");
  expect(await replyBox()).toBeVisible();
});
