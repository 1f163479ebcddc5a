import { screen, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { beforeEach, describe, expect, test, vi } from "vitest";

import type { RequesterTicket } from "@/api/types";
import { setProductClock } from "@/lib/product-clock";
import { accessibilityProblems } from "@/testing/axe";
import { anEntry, at, aTicket, REQUESTER, requesterView } from "@/testing/builders";
import { LINK } from "@/testing/desk";
import { problem } from "@/testing/problem";
import { showPortal, signedIn, write } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

describe("the status page of a guest", () => {
  test("shows the conversation without anything internal, and the state in plain words", async () => {
    const desk = openDesk();
    desk.tickets.clear();
    desk.tickets.set("HD-07KQ2M4X", aTicket({ state: "pending", phase: "pending" }));
    showPortal(`/ticket#${LINK}`);
    expect(await screen.findByRole("heading", { name: "VPN drops every few minutes" })).toBeVisible();
    expect(screen.getByText(/We need something from you/)).toBeVisible();
    const talk = screen.getByRole("list", { name: "Conversation" });
    expect(within(talk).getByText(/At home, over the fibre line/)).toBeVisible();
    expect(within(talk).queryByText(/Gateway fra-2/)).toBeNull();
    expect(await accessibilityProblems()).toEqual([]);
  });

  test("sends a reply, and says that it reopened what was solved", async () => {
    const desk = openDesk();
    desk.tickets.clear();
    desk.tickets.set("HD-07KQ2M4X", aTicket({ state: "solved", phase: "solved" }));
    const { user } = showPortal(`/ticket#${LINK}`);
    await write(user, await screen.findByLabelText("Not solved? Write to us"), "It is back.");
    await user.click(screen.getByRole("button", { name: "Send" }));
    expect(await screen.findByText("It is back.", { ignore: "textarea" })).toBeVisible();
    expect(screen.getByRole("status")).toHaveTextContent("The request is open again.");
    expect(screen.getByLabelText("Add to it")).toHaveValue("");
    expect(desk.sent[0]?.key).toMatch(/^[0-9a-f-]{36}$/);
  });

  test("keeps its files over a reload", async () => {
    const desk = openDesk();
    const { user, unmount } = showPortal(`/ticket#${LINK}`);
    await user.upload(await screen.findByLabelText(/choose files/), new File(["log"], "vpn.log"));
    expect(await screen.findByText("uploaded")).toBeVisible();
    unmount();
    const after = showPortal(`/ticket#${LINK}`);
    await write(after.user, await screen.findByLabelText("Add to it"), "The log.");
    await after.user.click(screen.getByRole("button", { name: "Send" }));
    expect(await screen.findByText("The log.", { ignore: "textarea" })).toBeVisible();
    expect(desk.sent.at(-1)?.body).toMatchObject({
      body: "The log.",
      attachments: [{ name: "vpn.log", size: 3 }],
    });
    expect(screen.queryByText("uploaded")).toBeNull();
  });

  test("adds what the answer brings to the conversation instead of replacing it", async () => {
    openDesk();
    const before = requesterView(aTicket());
    const added = anEntry({ actor: { ...REQUESTER, role: "requester" }, body: "One more thing." });
    server.use(
      http.get("*/api/portal/ticket", () => HttpResponse.json(before), { once: true }),
      http.post("*/api/portal/ticket/messages", () =>
        HttpResponse.json({ ...before, timeline: [added] }, { status: 201 }),
      ),
    );
    const { user } = showPortal(`/ticket#${LINK}`);
    await write(user, await screen.findByLabelText("Add to it"), "One more thing.");
    await user.click(screen.getByRole("button", { name: "Send" }));
    expect(await screen.findByText("One more thing.", { ignore: "textarea" })).toBeVisible();
    expect(screen.getByText(/At home, over the fibre line/)).toBeVisible();
  });

  test("says where a conversation goes on that had no more room", async () => {
    const desk = openDesk();
    desk.tickets.clear();
    desk.tickets.set("HD-07KQ2M4X", aTicket());
    server.use(
      http.post("*/api/portal/ticket/messages", () => {
        desk.tickets.set("HD-07KQ2M4X", aTicket({ followed_by: "HD-5N2P9RWX" }));
        return HttpResponse.json(requesterView(aTicket({ id: "HD-5N2P9RWX", subject: "Elsewhere" })), {
          status: 201,
        });
      }),
    );
    const { user } = showPortal(`/ticket#${LINK}`);
    await write(user, await screen.findByLabelText("Add to it"), "And more.");
    await user.click(screen.getByRole("button", { name: "Send" }));
    expect(await screen.findByText(/goes on under the number HD-5N2P9RWX/)).toBeVisible();
    expect(screen.queryByText("Elsewhere")).toBeNull();
  });

  test("explains a link that is missing or no longer valid", async () => {
    openDesk();
    const { unmount } = showPortal("/ticket");
    expect(await screen.findByText("This page needs the link from our e-mail")).toBeVisible();
    unmount();
    showPortal("/ticket#old");
    expect(await screen.findByText("This link is no longer valid")).toBeVisible();
  });
});

describe("whose turn it is", () => {
  const shown = (part: Partial<RequesterTicket>) => {
    openDesk();
    server.use(
      http.get("*/api/portal/ticket", () => HttpResponse.json({ ...requesterView(aTicket()), ...part })),
    );
    return showPortal(`/ticket#${LINK}`);
  };
  const PROMISED = /^You will hear from us by Mon 23 Nov, \d\d:30\.$/;

  beforeEach(() => {
    setProductClock("2026-11-20T09:00:00Z");
  });

  test("is told in one sentence, with the promise of an answer below it", async () => {
    shown({ turn: "new", assignee: null, answer_by: at(30) });
    expect(await screen.findByText(/will look at your request shortly/)).toBeVisible();
    expect(screen.getByText(PROMISED)).toHaveAttribute("datetime", at(30));
  });

  test("names who has it, and says nothing else beside", async () => {
    shown({ turn: "open", answer_by: null });
    expect(await screen.findByText("Amira Haddad is looking after it.")).toBeVisible();
    expect(screen.queryByText(/We are working on it/)).toBeNull();
    expect(screen.queryByText(/hear from us/)).toBeNull();
  });

  test("is theirs while we wait: the field stands before the conversation, and nobody is busy with it", async () => {
    shown({ turn: "pending", phase: "pending", state: "pending", answer_by: null });
    const field = await screen.findByLabelText("Your answer to us");
    const talk = screen.getByRole("list", { name: "Conversation" });
    expect(field.compareDocumentPosition(talk) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    expect(screen.queryByText(/is looking after it/)).toBeNull();
  });

  test("a promise that was missed is owned up to", async () => {
    setProductClock("2026-11-24T09:00:00Z");
    shown({ turn: "open", answer_by: at(30) });
    expect(await screen.findByText(/You should have heard from us by Mon 23 Nov/)).toBeVisible();
  });

  test("days are told apart in the conversation", async () => {
    const { timeline } = requesterView(aTicket());
    shown({
      timeline: timeline.map((entry, n) => (n > 0 ? entry : { ...entry, at: "2026-11-22T08:00:00Z" })),
    });
    const days = await screen.findAllByText(/^(Sun|Mon)day \d\d November$/);
    expect(days.map(({ textContent }) => textContent)).toEqual(["Monday 23 November"]);
  });
});

describe("a request that we think is solved", () => {
  const SOLVED = { state: "solved", phase: "solved", turn: "solved" } as const;
  const offer = { token: "rate-me", rating: null, open_until: null };
  const shown = (part: Partial<RequesterTicket>) => {
    openDesk();
    server.use(
      http.get("*/api/portal/ticket", () =>
        HttpResponse.json({ ...requesterView(aTicket(SOLVED)), ...part }),
      ),
    );
    return showPortal(`/ticket#${LINK}`);
  };

  test("is rated in place by who says that it is, with the key the page brought", async () => {
    const keys: (string | null)[] = [];
    const { user } = shown({ rating: offer });
    server.use(
      http.get("*/api/portal/rating", ({ request }) => {
        keys.push(request.headers.get("authorization"));
        return HttpResponse.json({
          ...{ ticket: "HD-07KQ2M4X", subject: "VPN", rating: null, rated_at: null, open_until: null },
        });
      }),
    );
    await user.click(await screen.findByRole("button", { name: "Yes, solved" }));
    expect(await screen.findAllByRole("radio")).toHaveLength(5);
    expect(keys).toEqual(["Bearer rate-me"]);
    expect(screen.getAllByRole("heading", { level: 1 })).toHaveLength(1);
    expect(screen.queryByRole("button", { name: "Yes, solved" })).toBeNull();
    expect(await accessibilityProblems()).toEqual([]);
  });

  test("that it is not yet leads to the field for what is missing", async () => {
    const { user } = shown({ rating: offer });
    await user.click(await screen.findByRole("button", { name: "Not yet" }));
    expect(screen.getByLabelText("Not solved? Write to us")).toHaveFocus();
  });

  test("asks for nothing where nothing is asked", async () => {
    shown({ rating: null });
    expect(await screen.findByText("We think this is solved.")).toBeVisible();
    expect(screen.queryByRole("button", { name: "Yes, solved" })).toBeNull();
  });
});

describe("who takes part in somebody's request", () => {
  const MAX = { id: "p-max", name: "Max Weber", came: "mail" as const, at: at(0), email: null };
  const shown = (reader: string, others = [MAX]) => {
    openDesk();
    const part = { reader, participants: others };
    server.use(
      http.get("*/api/portal/ticket", () => HttpResponse.json({ ...requesterView(aTicket()), ...part })),
    );
    return showPortal(`/ticket#${LINK}`);
  };

  test("leaves it after being asked, and is told that it is over", async () => {
    const left: (string | null)[] = [];
    const { user } = shown(MAX.id);
    server.use(
      http.delete("*/api/portal/ticket/participation", ({ request }) => {
        left.push(request.headers.get("idempotency-key"));
        return new HttpResponse(null, { status: 204 });
      }),
    );
    await user.click(await screen.findByRole("button", { name: "Leave this request" }));
    const question = screen.getByRole("group", { name: "Leave this request" });
    expect(question).toHaveTextContent("You get no more mail about it");
    await vi.waitFor(() => {
      expect(within(question).getByRole("button", { name: "Leave" })).toHaveFocus();
    });
    expect(await accessibilityProblems()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Stay" }));
    expect(left).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Leave this request" }));
    await user.click(screen.getByRole("button", { name: "Leave" }));
    expect(await screen.findByText("You take part no longer")).toBeVisible();
    expect(left).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/)]);
  });

  test("stays, and is told so, where leaving does not come off", async () => {
    const { user } = shown(MAX.id);
    server.use(http.delete("*/api/portal/ticket/participation", () => problem(503, "unavailable")));
    await user.click(await screen.findByRole("button", { name: "Leave this request" }));
    await user.click(screen.getByRole("button", { name: "Leave" }));
    expect(await screen.findByRole("alert")).toBeVisible();
    expect(screen.getByRole("button", { name: "Leave" })).toBeEnabled();
  });

  test("is named to the requester, who cannot leave their own", async () => {
    shown(REQUESTER.id);
    expect(await screen.findByText(/Max Weber/)).toBeVisible();
    expect(screen.queryByRole("button", { name: "Leave this request" })).toBeNull();
  });
});

describe("a long conversation", () => {
  test("is read further back on demand", async () => {
    openDesk();
    const newest = requesterView(aTicket());
    const [first, ...rest] = newest.timeline;
    server.use(
      http.get("*/api/portal/ticket", ({ request }) => {
        const before = new URL(request.url).searchParams.get("before");
        const page = { ...newest, timeline: rest, earlier: "further" };
        return HttpResponse.json(before === null ? page : { ...newest, timeline: [first], earlier: null });
      }),
    );
    const { user } = showPortal(`/ticket#${LINK}`);
    expect(await screen.findByText(/At home, over the fibre line/)).toBeVisible();
    expect(screen.queryByText(/Since this morning the VPN/)).toBeNull();
    await user.click(screen.getByRole("button", { name: "Show earlier entries" }));
    expect(await screen.findByText(/Since this morning the VPN/)).toBeVisible();
    expect(screen.getByText(/At home, over the fibre line/)).toBeVisible();
    expect(screen.queryByRole("button", { name: "Show earlier entries" })).toBeNull();
  });
});

describe("a request that is not there", () => {
  test.each([
    [404, "not_found"],
    [403, "forbidden"],
  ] as const)("says that there is nothing, with a way on (%d)", async (status, code) => {
    openDesk(REQUESTER);
    signedIn("portal");
    server.use(http.get("*/api/tickets/:id", () => problem(status, code)));
    showPortal("/tickets/HD-00000000");
    const said = await screen.findByRole("heading", { name: "There is nothing here" });
    expect(said.parentElement?.querySelector("a")).toHaveAttribute("href", "/tickets");
    expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
  });

  test("has a way on behind a link that is no longer valid", async () => {
    openDesk();
    server.use(http.get("*/api/portal/ticket", () => problem(401, "unauthorized")));
    showPortal(`/ticket#${LINK}`);
    const said = await screen.findByRole("heading", { name: "This link is no longer valid" });
    expect(said.parentElement?.querySelector("a")).toHaveAttribute("href", "/tickets");
  });
});
