import { act, screen, waitFor } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import type { OwnDraft } from "@/api/types";
import { replyTo } from "@/testing/composer";
import { NOW } from "@/testing/builders";
import { showAgent, signedIn, write } from "@/testing/render";
import { openDesk, server } from "@/testing/server";
import { mark } from "@/lib/desk/kept-drafts";
import { changeDraft } from "@/lib/draft";

import { outbox } from "../outbox";
import { draftOf, type Writing } from "../writing";

const ID = "HD-07KQ2M4X";
const ADDRESS = `*/api/tickets/${ID}/drafts/:kind`;
let kept: Partial<OwnDraft>[];

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  openDesk();
  signedIn("agent");
  kept = [];
  server.events.on("request:start", ({ request }) => {
    if (request.method === "DELETE") kept.push({ body: "" });
    if (request.method === "PUT" && request.url.includes("/drafts/")) {
      void request
        .clone()
        .json()
        .then((draft: OwnDraft) => kept.push(draft));
    }
  });
});
afterEach(() => {
  server.events.removeAllListeners();
  vi.useRealTimers();
});

const after = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const line = (at: string) => ({ ticket_id: ID, kind: "reply", at, beginning: "From" });
const phone = (at: string) => ({
  ...line(at),
  ...{ body: "From my phone", html: null, attachments: [], since: null },
});
const elsewhere = (at: string) => {
  server.use(
    http.get("*/api/me/drafts", () => HttpResponse.json({ items: [line(at)] })),
    http.get(ADDRESS, () => HttpResponse.json(phone(at))),
  );
};

it("what is typed is with the service soon after, gathered, and is gone from there when it is sent", async () => {
  const { user } = showAgent(`/agent/tickets/${ID}`);
  await write(user, await replyTo("Jonas Weber"), "Try again now.");
  await after(2_000);
  await waitFor(() => {
    expect(kept.map(({ body }) => body)).toEqual(["Try again now."]);
  });
  expect(await screen.findByText(/^Saved \d/)).toBeVisible();
  await user.keyboard("{Control>}{Enter}{/Control}");
  await after(2_000);
  await waitFor(() => {
    expect(kept.at(-1)?.body).toBe("");
  });
});

it("what one began on another device stands in the composer", async () => {
  elsewhere(new Date(NOW).toISOString());
  showAgent(`/agent/tickets/${ID}`);
  expect(await screen.findByDisplayValue("From my phone")).toBeVisible();
  await after(3_000);
  expect(kept).toEqual([]);
});

it("the newest stands, and what was typed here can be had back", async () => {
  const { user } = showAgent(`/agent/tickets/${ID}`);
  await write(user, await replyTo("Jonas Weber"), "At my desk");
  const later = new Date(Date.parse(NOW) + 3_600_000).toISOString();
  elsewhere(later);
  server.use(http.put(ADDRESS, () => HttpResponse.json(phone(later))));
  await after(2_000);
  expect(await screen.findByDisplayValue("From my phone")).toBeVisible();
  await user.click(await screen.findByRole("button", { name: /Have my words back/ }));
  expect(await screen.findByDisplayValue(/From my phone\s+At my desk/)).toBeVisible();
});

const BEGUN = new Date(NOW).toISOString();

/** As it was left on this device; when the service had it, which is marked. */
const leftHere = (part: Partial<Writing> = {}, at = BEGUN, kept: string | null = at) => {
  changeDraft<Writing>(draftOf(ID), () => ({
    ...{ mode: "public", public: "Left here", at: { public: at } },
    ...part,
  }));
  if (kept !== null) mark(ID, "kept", "reply", kept);
};

it("what was sent on another device while this one was away is here no longer, and can be had back", async () => {
  leftHere();
  const { user } = showAgent(`/agent/tickets/${ID}`);
  await user.click(await screen.findByRole("button", { name: /Have my words back/ }));
  expect(await screen.findByDisplayValue("Left here")).toBeVisible();
});

it("what the list does not have yet, and the service does, stands", async () => {
  leftHere();
  server.use(http.get(ADDRESS, () => HttpResponse.json(phone(new Date(NOW).toISOString()))));
  showAgent(`/agent/tickets/${ID}`);
  expect(await screen.findByDisplayValue("Left here")).toBeVisible();
  await after(1_000);
  expect(screen.getByDisplayValue("Left here")).toBeVisible();
});

it("what is older than the service keeps drafts is kept anew", async () => {
  const before = new Date(Date.parse(NOW) - 31 * 86_400_000).toISOString();
  leftHere({}, before);
  showAgent(`/agent/tickets/${ID}`);
  expect(await screen.findByDisplayValue("Left here")).toBeVisible();
  await waitFor(async () => {
    await after(1_500);
    expect(kept.map(({ body }) => body)).toEqual(["Left here"]);
  });
});

it("what the service does not take is said to be on this device only, and is not sent again until it is changed", async () => {
  server.use(http.put(ADDRESS, () => HttpResponse.json({ code: "too_large" }, { status: 413 })));
  const { user } = showAgent(`/agent/tickets/${ID}`);
  const field = await replyTo("Jonas Weber");
  await write(user, field, "A whole book");
  await after(2_000);
  expect(await screen.findByText(/^Saved on this device only, \d/)).toBeVisible();
  await after(20_000);
  expect(kept).toHaveLength(1);
  server.resetHandlers();
  openDesk();
  await write(user, field, "A page");
  await after(2_000);
  expect(await screen.findByText(/^Saved \d/)).toBeVisible();
});

it("a picture that did not arrive is asked for at the field, and nothing goes without it", async () => {
  leftHere({ formatted: { public: '<p>Left here <img src="cid:k1" alt="map.png"></p>' } }, BEGUN, null);
  const { user } = showAgent(`/agent/tickets/${ID}`);
  await user.click(await screen.findByRole("button", { name: "Send" }));
  const reason = "map.png did not arrive. Choose it again, or take it out of the text.";
  expect(await screen.findByText(reason)).toBeVisible();
  expect(outbox()).toEqual([]);
});

it("a file that waited for too long says so, and nothing goes without it until it is taken out", async () => {
  const files = { public: [{ id: "01HK153X00P0000000000000AB", name: "map.png" }] };
  leftHere({ files }, BEGUN, null);
  const { user } = showAgent(`/agent/tickets/${ID}`);
  const said = /^map.png waited for more than 62 days and is no longer kept/;
  const below = { selector: "p" };
  expect(await screen.findByText(said, below)).toBeVisible();
  await user.click(await screen.findByRole("button", { name: "Send" }));
  // Said again to who hears the page.
  expect(await screen.findAllByText(said)).toHaveLength(2);
  expect(outbox()).toEqual([]);
  await user.click(screen.getByLabelText("Remove map.png"));
  expect(screen.queryByText(said, below)).not.toBeInTheDocument();
});

it("what was just typed in another window of the browser is not written over when the service has what came before", async () => {
  leftHere({}, BEGUN, null);
  const place = Object.keys(window.localStorage).find((name) => name.endsWith(draftOf(ID))) ?? "";
  const before = window.localStorage.getItem(place) ?? "";
  const typed = before.replace("Left here", "Left here, and more");
  server.use(
    http.put(ADDRESS, async ({ request }) => {
      window.localStorage.setItem(place, typed);
      // A window may read what another one stores a moment later only.
      const read = window.localStorage.getItem.bind(window.localStorage);
      vi.spyOn(Storage.prototype, "getItem").mockImplementation((name) =>
        name === place ? before : read(name),
      );
      return HttpResponse.json((await request.json()) as OwnDraft);
    }),
  );
  showAgent(`/agent/tickets/${ID}`);
  expect(await screen.findByDisplayValue("Left here")).toBeVisible();
  await after(2_000);
  expect(await screen.findByText(/^Saved \d/)).toBeVisible();
  vi.restoreAllMocks();
  expect(window.localStorage.getItem(place)).toBe(typed);
});

it("who only looks on here is not told that they write on another device, nor who finds their words in what comes", async () => {
  const at = (hours: number) => new Date(Date.parse(NOW) + hours * 3_600_000).toISOString();
  const goesOn = async (body: string, hours: number) => {
    server.use(
      http.get("*/api/me/drafts", () => HttpResponse.json({ items: [line(at(hours))] })),
      http.get(ADDRESS, () => HttpResponse.json({ ...phone(at(hours)), body })),
    );
    await act(() => client.invalidateQueries({ queryKey: ["drafts"] }));
    expect(await screen.findByDisplayValue(body)).toBeVisible();
  };
  leftHere();
  server.use(http.get(ADDRESS, () => HttpResponse.json(phone(BEGUN))));
  const { client } = showAgent(`/agent/tickets/${ID}`);
  expect(await screen.findByDisplayValue("Left here")).toBeVisible();
  await goesOn("Left here, and more", 1);
  await goesOn("Something else", 2);
  await goesOn("Else again", 3);
  expect(screen.queryByText(/You changed this draft/)).not.toBeInTheDocument();
});
