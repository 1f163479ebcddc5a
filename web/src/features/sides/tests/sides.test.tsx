import { screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import type { Entry, SideConversation, Ticket } from "@/api/types";
import { chooseLanguage } from "@/lib/language";
import { accessibilityProblems } from "@/testing/axe";
import { anEntry, at } from "@/testing/builders";
import { showAgent, signedIn, write } from "@/testing/render";
import { openDesk, server } from "@/testing/server";
import { undoingFor } from "@/testing/undo-send";

const ID = "HD-07KQ2M4X";
const VERA = "vera@vendor.example";

const aSide = (part: Partial<SideConversation> = {}): SideConversation => ({
  ...{ id: "s1", subject: "Spare part", to: [VERA], cc: [], open: true, messages: 2 },
  ...{ began_at: at(-60), at: at(-5), answer: "answer", vendor: null, returned: [] },
  ...part,
});

const said = (part: Partial<Entry>): Entry =>
  anEntry({ visibility: "internal", html: null, attachments: [], ...part });

const ASKED = said({
  ...{ id: "asked", type: "SideMessageSent", body: "Do you have one?", at: at(-60) },
  data: { side: "s1", subject: "Spare part", sender: "", to: [VERA], cc: [] },
});
const ANSWERED = said({
  ...{ id: "answer", type: "SideMessageReceived", body: "Yes, 40 euros.", at: at(-5) },
  actor: { id: "system:mail", name: "Vera", role: "system" },
  data: { side: "s1", subject: "Re: Spare part", sender: VERA, to: [], cc: [], automatic: false },
});

let desk: ReturnType<typeof openDesk>;

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  desk = openDesk();
  undoingFor(desk, 30);
  server.use(
    http.get("*/api/tickets/:id/signature", () =>
      HttpResponse.json({ signature: "", outside: `Ada\nRef. ${ID}` }),
    ),
  );
  signedIn("agent");
});
afterEach(() => {
  vi.useRealTimers();
});

function open(part: Partial<Ticket> = {}) {
  const ticket = desk.tickets.get(ID);
  if (ticket === undefined) throw new Error("no ticket");
  desk.tickets.set(ID, { ...ticket, ...part });
  return showAgent(`/agent/tickets/${ID}`);
}

const withSide = (part: Partial<SideConversation> = {}) => {
  const timeline = [...(desk.tickets.get(ID)?.timeline ?? []), ASKED, ANSWERED];
  return open({ sides: [aSide(part)], timeline });
};

const card = () => screen.findByRole("region", { name: "Side conversations" });
const pane = () => screen.findByRole("region", { name: "What to write beside the ticket" });
const sent = () => desk.sent.filter(({ path }) => path.includes("/sides")).map(({ body }) => body);

describe("side conversations", () => {
  test("one is begun to somebody outside, says so, and goes out once it cannot be had back", async () => {
    const { user } = open();
    await user.click(within(await card()).getByRole("button", { name: "Write to somebody outside" }));
    const composer = within(await pane());
    expect(screen.queryByLabelText("Reply to Jonas Weber")).toBeNull();
    expect(composer.getByText("To somebody outside, not to Jonas Weber")).toBeVisible();
    await user.type(composer.getByLabelText("To"), `${VERA}, `);
    await write(user, composer.getByLabelText("Subject"), "Spare part");
    expect(composer.getByText(`To ${VERA}, not to Jonas Weber`)).toBeVisible();
    expect(composer.getByRole("note", { name: /Signature/ })).toHaveTextContent(`Ada Ref. ${ID}`);
    await write(user, composer.getByLabelText(`Message to ${VERA}`), "Do you have one?");
    await user.click(composer.getByRole("button", { name: "Send" }));
    expect(await screen.findByText(/Goes out in \d+ s/, { selector: "span" })).toBeVisible();
    expect(sent()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Send now" }));
    await waitFor(() => {
      expect(sent()).toEqual([{ body: "Do you have one?", subject: "Spare part", to: [VERA], cc: [] }]);
    });
    expect(await screen.findByRole("heading", { name: "Spare part" })).toBeVisible();
    await waitFor(async () => {
      expect(await (await fetch("/api/me/drafts")).json()).toEqual({ items: [] });
    });
    expect(desk.sent.some(({ path }) => path.endsWith("/messages"))).toBe(false);
  });

  test("what was sent is had back where it was written", async () => {
    const { user } = withSide();
    await user.click(within(await card()).getByRole("button", { name: /Spare part/ }));
    await write(user, within(await pane()).getByLabelText(`Message to ${VERA}`), "We take it");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await user.click(await screen.findByRole("button", { name: "Undo" }));
    expect(within(await pane()).getByLabelText(`Message to ${VERA}`)).toHaveValue("We take it");
    expect(sent()).toEqual([]);
  });

  test("an answer is marked until it is looked at, and stands in the place of the thread", async () => {
    const { user } = withSide();
    const row = within(await card()).getByRole("button", { name: /Spare part/ });
    expect(within(row).getByRole("img", { name: "New answer" })).toBeVisible();
    expect(screen.queryByText("Yes, 40 euros.")).toBeNull();
    await user.click(row);
    const messages = within(await screen.findByRole("list", { name: "Messages of the side conversation" }));
    expect(messages.getByText("Yes, 40 euros.")).toBeVisible();
    expect(messages.getByText("Outside")).toBeVisible();
    expect(screen.queryByRole("region", { name: "Conversation" })).toBeNull();
    await waitFor(() => {
      expect(within(row).queryByRole("img", { name: "New answer" })).toBeNull();
    });
    await user.keyboard("{Escape}");
    expect(await screen.findByRole("button", { name: /^Reply to Jonas Weber/ })).toBeVisible();
  });

  test("the thread says that something was said beside, without its words, and leads there", async () => {
    const { user } = open({ sides: [aSide()], timeline: [ASKED, ANSWERED] });
    await user.click(await screen.findByRole("button", { name: "Vera answered beside the ticket" }));
    expect(await screen.findByText("Yes, 40 euros.")).toBeVisible();
  });

  test("what is begun is kept with the service, and gone on with on another device", async () => {
    const { user, unmount } = open();
    await user.click(within(await card()).getByRole("button", { name: "Write to somebody outside" }));
    await user.type(within(await pane()).getByLabelText("To"), VERA);
    await write(user, within(await pane()).getByLabelText(`Message to ${VERA}`), "Do you");
    expect(await within(await pane()).findByText(/^Saved \d/, {}, { timeout: 5000 })).toBeVisible();
    unmount();
    for (const name of Object.keys(window.localStorage)) {
      if (name.includes(".side.")) window.localStorage.removeItem(name);
    }
    const other = showAgent(`/agent/tickets/${ID}`);
    await other.user.click(within(await card()).getByRole("button", { name: "Write to somebody outside" }));
    expect(await within(await pane()).findByLabelText(`Message to ${VERA}`)).toHaveValue("Do you");
    expect(within(await pane()).getByLabelText("To")).toHaveValue(VERA);
    expect(screen.queryByLabelText("Reply to Jonas Weber")).toBeNull();
  });

  test("one that is done with is closed and opened again", async () => {
    const { user } = withSide();
    await user.click(within(await card()).getByRole("button", { name: /Spare part/ }));
    await user.click(await screen.findByRole("button", { name: "Close" }));
    await user.click(await screen.findByRole("button", { name: "Open again" }));
    await waitFor(() => {
      expect(sent()).toEqual([{ open: false }, { open: true }]);
    });
  });

  test("what is missing is said at its field, and nothing goes out", async () => {
    const { user } = open();
    await user.click(within(await card()).getByRole("button", { name: "Write to somebody outside" }));
    await user.click(within(await pane()).getByRole("button", { name: "Send" }));
    for (const words of ["Please say to whom.", "Please give it a subject.", "Please write something."]) {
      expect(screen.getByText(words)).toBeVisible();
    }
    expect(sent()).toEqual([]);
  });

  test("an address that mail came back from is named", async () => {
    const { user } = withSide({ returned: [VERA] });
    const row = within(await card()).getByRole("button", { name: /Spare part/ });
    expect(within(row).getByText(`Mail to ${VERA} came back.`)).toBeVisible();
    await user.click(row);
    expect(await screen.findByText(`Mail to ${VERA} came back.`, { selector: "p" })).toBeVisible();
  });

  test("the reply's key leads back to the requester", async () => {
    const { user } = withSide();
    await user.click(within(await card()).getByRole("button", { name: /Spare part/ }));
    await pane();
    await user.keyboard("r");
    expect(await screen.findByLabelText("Reply to Jonas Weber")).toBeVisible();
  });

  test("who answers for somebody on it is said to be new, with their address", async () => {
    const BOB = "bob@vendor.example";
    const byBob = said({
      ...{ ...ANSWERED, id: "bobs", body: "Vera is away.", at: at(-1) },
      actor: { id: "system:mail", name: "Bob", role: "system" },
      data: { side: "s1", subject: "Re: Spare part", sender: BOB, to: [], cc: [BOB], automatic: false },
    });
    const timeline = [...(desk.tickets.get(ID)?.timeline ?? []), ASKED, ANSWERED, byBob];
    const { user } = open({ sides: [aSide({ cc: [BOB], messages: 3 })], timeline });
    await user.click(within(await card()).getByRole("button", { name: /Spare part/ }));
    const messages = within(await screen.findByRole("list", { name: "Messages of the side conversation" }));
    expect(messages.getAllByText("New here")).toHaveLength(1);
    expect(messages.getByText("Vera is away.").closest("article")).toHaveTextContent(
      `Bob Outside New here ${BOB}`,
    );
  });

  test("everybody can use it, in German too", async () => {
    await chooseLanguage("de");
    const { user, container } = withSide();
    const german = within(await screen.findByRole("region", { name: "Nebengespräche" }));
    await user.click(german.getByRole("button", { name: /Spare part/ }));
    expect(await screen.findByText(`An ${VERA}, nicht an Jonas Weber`)).toBeVisible();
    expect(await accessibilityProblems(container)).toEqual([]);
  });
});
