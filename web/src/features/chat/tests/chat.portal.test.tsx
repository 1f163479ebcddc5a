import { screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { afterEach, describe, expect, test, vi } from "vitest";

import { accessibilityProblems } from "@/testing/axe";
import { FakeSocket, playLive, socket, watching } from "@/testing/fake-socket";
import { problem } from "@/testing/problem";
import { showPortal, signedIn, write } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

import type { Chat } from "../api/chat";
import { begin, keptChat } from "../kept";
import { CHAT_TOKEN } from "../testing";

const ID = "HD-07CHAT00";
const AT = "2026-03-02T09:00:00Z";
const line = (id: string, by: "visitor" | "desk", body: string) => ({
  ...{ id, by, body, at: AT, name: by === "desk" ? "Ada" : "", html: null, attachments: [] },
});
const aChat = (messages: Chat["messages"], more: Partial<Chat> = {}): Chat => ({
  ...{ id: ID, subject: "Help", turn: "open", revision: messages.length, agent: "Ada", earlier: null },
  messages,
  ...more,
});

const chats = (answer: () => Chat) => {
  server.use(http.get("*/api/portal/chat", () => HttpResponse.json(answer())));
};

async function opened() {
  const shown = showPortal("/");
  await shown.user.click(await screen.findByRole("button", { name: /^Open the chat/ }));
  return { ...shown, panel: await screen.findByRole("dialog", { name: "Chat" }) };
}

let stop: () => void = () => undefined;
afterEach(() => {
  stop();
  stop = () => undefined;
});

describe("beginning a chat", () => {
  test("asks for name and address first, and goes on where the first words were written", async () => {
    const desk = openDesk();
    const { user, panel } = await opened();
    await user.click(await within(panel).findByRole("button", { name: "Start the chat" }));
    expect(within(panel).getByText("Please tell us your name.")).toBeVisible();
    expect(await accessibilityProblems()).toEqual([]);
    await write(user, within(panel).getByLabelText("Your name"), "Vera");
    await write(user, within(panel).getByLabelText("Your e-mail address"), "vera@people.example");
    await write(user, within(panel).getByLabelText("Your question"), "My screen is black");
    await user.click(within(panel).getByRole("button", { name: "Start the chat" }));
    const log = await within(panel).findByRole("log");
    expect(await within(log).findByText("My screen is black")).toBeVisible();
    expect(desk.sent[0]?.body).toMatchObject({ form_token: "form-1", name: "Vera", language: "en" });
    await waitFor(() => {
      expect(within(panel).getByLabelText("Your message")).toHaveFocus();
    });
    expect(await accessibilityProblems()).toEqual([]);
  });

  test("outside the hours leads to the form", async () => {
    openDesk();
    server.use(
      http.get("*/api/portal/chat/times", () =>
        HttpResponse.json({ open: false, opens_at: "2026-03-03T07:00:00Z", form_token: "x" }),
      ),
    );
    const { panel } = await opened();
    expect(await within(panel).findByText(/Nobody is here to chat until/)).toBeVisible();
    expect(within(panel).getByRole("link", { name: "Write a request" })).toHaveAttribute("href", "/new");
    expect(await accessibilityProblems()).toEqual([]);
  });

  test("who is signed in is not asked who they are", async () => {
    const desk = openDesk();
    signedIn("portal");
    server.use(
      http.post("*/api/tickets", async ({ request }) => {
        await desk.note(request);
        return HttpResponse.json({ id: ID, status_url: `/ticket#${CHAT_TOKEN}` }, { status: 201 });
      }),
    );
    const { user, panel } = await opened();
    await write(user, await within(panel).findByLabelText("Your question"), "Black\nsince noon");
    expect(within(panel).queryByLabelText("Your name")).toBeNull();
    await user.click(within(panel).getByRole("button", { name: "Start the chat" }));
    await within(panel).findByRole("log");
    expect(desk.sent[0]?.body).toEqual({
      subject: "Black",
      description: "Black\nsince noon",
      channel: "chat",
    });
  });

  test("closes by Escape, and the focus is where it came from", async () => {
    openDesk();
    const { user, panel } = await opened();
    await within(panel).findByLabelText("Your name");
    await user.keyboard("{Escape}");
    await waitFor(() => {
      expect(screen.getByRole("button", { name: "Open the chat" })).toHaveFocus();
    });
    expect(screen.queryByRole("dialog")).toBeNull();
  });
});

describe("a chat that goes on", () => {
  test("is there after a reload, and what was not sent goes out once, in order", async () => {
    const desk = openDesk();
    begin(ID, CHAT_TOKEN);
    let down = true;
    server.use(http.post("*/api/portal/chat/messages", () => (down ? HttpResponse.error() : undefined)));
    const { user, panel, unmount } = await opened();
    const field = await within(panel).findByLabelText("Your message");
    await write(user, field, "One");
    await user.keyboard("{Enter}");
    await write(user, field, "Two");
    await user.keyboard("{Enter}");
    expect(within(panel).getAllByText("Sending …")).toHaveLength(2);
    unmount();
    down = false;
    const again = await opened();
    await waitFor(() => {
      expect(keptChat()?.outgoing).toEqual([]);
    });
    const said = within(again.panel)
      .getAllByRole("listitem")
      .map((item) => item.textContent);
    expect(said.map((text) => /One|Two/.exec(text)?.[0])).toEqual(["One", "Two"]);
    expect(desk.sent.map(({ body }) => body)).toEqual([{ body: "One" }, { body: "Two" }]);
  });

  test("what is refused says so, and can be tried again", async () => {
    openDesk();
    begin(ID, CHAT_TOKEN);
    server.use(
      http.post("*/api/portal/chat/messages", () => problem(409, "transition_refused"), { once: true }),
    );
    const { user, panel } = await opened();
    await write(user, await within(panel).findByLabelText("Your message"), "Hello?");
    await user.click(within(panel).getByRole("button", { name: "Send" }));
    await user.click(await within(panel).findByRole("button", { name: "Try again" }));
    await waitFor(() => {
      expect(within(panel).queryByText("Not sent.")).toBeNull();
    });
    expect(await within(panel).findByText("Hello?")).toBeVisible();
  });

  test("Shift and Enter begin a line", async () => {
    openDesk();
    begin(ID, CHAT_TOKEN);
    const { user, panel } = await opened();
    const field = await within(panel).findByLabelText("Your message");
    await user.type(field, "One{Shift>}{Enter}{/Shift}Two");
    expect(field).toHaveValue("One\nTwo");
  });

  test("hears of answers and of typing by its own line, and says that it is looked at", async () => {
    openDesk();
    stop = playLive();
    let messages = [line("a", "visitor", "Hello")];
    chats(() => aChat(messages));
    server.use(
      http.post("*/api/portal/chat/live-tickets", ({ request }) =>
        request.headers.get("authorization") === `Bearer ${CHAT_TOKEN}`
          ? HttpResponse.json({ ticket: "once", url: "wss://desk.example/live?ticket=once" }, { status: 201 })
          : problem(401, "sign_in"),
      ),
    );
    begin(ID, CHAT_TOKEN);
    const { user, panel } = await opened();
    const opening = await socket(0);
    opening.open();
    const topic = `ticket:${ID}`;
    opening.says(watching(topic));
    expect(opening.sent).toContainEqual({ action: "watch", topics: [topic] });
    await waitFor(() => {
      expect(opening.sent).toContainEqual({ action: "visiting", topics: [topic], doing: "looking", seen: 1 });
    });
    opening.says({ type: "typing", topics: [topic], seconds: 6, name: "Ada" });
    expect(await within(panel).findByText("Ada is typing …")).toBeVisible();
    messages = [...messages, line("b", "desk", "Good morning")];
    opening.says({ type: "event", event: "MessageAdded", topics: [topic], ticket_id: ID, public: true });
    expect(await within(panel).findByText("Good morning")).toBeVisible();
    expect(within(panel).queryByText("Ada is typing …")).toBeNull();
    await user.type(within(panel).getByLabelText("Your message"), "abc");
    expect(opening.sent.filter((said) => (said as { action: string }).action === "typing")).toHaveLength(1);
    await user.keyboard("{Escape}");
    expect(opening.sent.at(-1)).toEqual({ action: "visiting", topics: [topic], doing: "gone" });
    expect(FakeSocket.all).toHaveLength(1);
  });

  test("says on its button how much came while it was closed", async () => {
    openDesk();
    let messages = [line("a", "visitor", "Hello")];
    chats(() => aChat(messages));
    begin(ID, CHAT_TOKEN);
    const { user, client } = await opened();
    await screen.findByText("Hello");
    await waitFor(() => {
      expect(keptChat()?.seen).toBe("a");
    });
    await user.keyboard("{Escape}");
    messages = [...messages, line("b", "desk", "Good morning")];
    await client.invalidateQueries({ queryKey: ["chat", CHAT_TOKEN] });
    await user.click(await screen.findByRole("button", { name: "Open the chat: 1 new message" }));
    expect(await screen.findByText("Good morning")).toBeVisible();
    await user.keyboard("{Escape}");
    expect(await screen.findByRole("button", { name: "Open the chat" })).toBeVisible();
  });

  test("that has ended begins anew", async () => {
    openDesk();
    chats(() => aChat([line("a", "visitor", "Hello")], { turn: "closed" }));
    begin(ID, CHAT_TOKEN);
    const { user, panel } = await opened();
    expect(await within(panel).findByText(/This chat has ended/)).toBeVisible();
    expect(await accessibilityProblems()).toEqual([]);
    await user.click(within(panel).getByRole("button", { name: "Start another chat" }));
    expect(await within(panel).findByLabelText("Your name")).toBeVisible();
  });

  test("whose link has ended is forgotten", async () => {
    openDesk();
    begin(ID, "too old");
    const { panel } = await opened();
    expect(await within(panel).findByLabelText("Your name")).toBeVisible();
    expect(keptChat()).toBeNull();
  });

  test("is left on purpose alone", async () => {
    openDesk();
    begin(ID, CHAT_TOKEN);
    const { user, panel } = await opened();
    await user.click(await within(panel).findByRole("button", { name: "Leave the chat" }));
    await user.click(within(panel).getByRole("button", { name: "Stay" }));
    expect(keptChat()).not.toBeNull();
    await user.click(within(panel).getByRole("button", { name: "Leave the chat" }));
    await user.click(within(panel).getByRole("button", { name: "Leave the chat" }));
    expect(await within(panel).findByLabelText("Your name")).toBeVisible();
    expect(keptChat()).toBeNull();
  });
});

test("a store that keeps nothing holds a chat as long as the page does", () => {
  const full = vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
    throw new Error("full");
  });
  begin(ID, "elsewhere");
  expect(keptChat()?.token).toBe("elsewhere");
  full.mockRestore();
});
