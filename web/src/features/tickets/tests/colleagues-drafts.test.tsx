import { act, screen, waitFor } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { afterEach, beforeEach, expect, it } from "vitest";

import type { ColleaguesDraft } from "@/api/types";
import { mark } from "@/lib/desk/kept-drafts";
import { changeDraft } from "@/lib/draft";
import { NOW } from "@/testing/builders";
import { playLive, socket, watching } from "@/testing/fake-socket";
import { problem } from "@/testing/problem";
import { showAgent, signedIn } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

import { draftOf, type Writing } from "../writing";

const ID = "HD-07KQ2M4X";
const AT = new Date(NOW).toISOString();
const LEES: ColleaguesDraft = {
  ...{ ticket_id: ID, kind: "note", at: AT, since: null, subject: "", to: "", cc: "" },
  ...{ body: "Ask the vendor first.", html: null, attachments: [], writer: { id: "lee", name: "Lee Wong" } },
};
const NAME = /^Lee Wong’s note, not sent,/;

let left: ColleaguesDraft[];
let stop: () => void;

beforeEach(() => {
  openDesk();
  signedIn("agent");
  stop = playLive();
  left = [LEES];
  server.use(http.get("*/api/tickets/:id/drafts", () => HttpResponse.json({ items: left })));
});
afterEach(() => {
  stop();
});

const takesOver = (answer: () => Response) => {
  server.use(http.post(`*/api/tickets/${ID}/drafts/note/lee/take-over`, answer));
};

it("what a colleague left is read first, and is in one's own composer once it is taken over", async () => {
  const mine = { ...LEES, writer: undefined };
  takesOver(() => {
    left = [];
    server.use(
      http.get("*/api/me/drafts", () => HttpResponse.json({ items: [{ ...mine, beginning: "Ask" }] })),
      http.get(`*/api/tickets/${ID}/drafts/note`, () => HttpResponse.json(mine)),
    );
    return HttpResponse.json(mine);
  });
  const { user } = showAgent(`/agent/tickets/${ID}`);
  await screen.findByText(NAME);
  await user.click(screen.getByText("Take over …"));
  expect(screen.getByText("Ask the vendor first.")).toBeVisible();
  await user.click(screen.getByText("Take over this draft"));
  expect(await screen.findByDisplayValue("Ask the vendor first.")).toBeVisible();
  expect(screen.getByLabelText("Internal note")).toBeChecked();
  expect(screen.queryByText(NAME)).not.toBeInTheDocument();
});

it("it is not offered while its writer writes, and one that has gone meanwhile is said to be gone", async () => {
  takesOver(() => {
    left = [];
    return problem(404, "not_found");
  });
  const { user } = showAgent(`/agent/tickets/${ID}`);
  await screen.findByText(NAME);
  const line = await socket(0);
  const topics = [`ticket:${ID}`];
  const lee = (doing: string) => {
    const people = [{ id: "lee", name: "Lee Wong", doing }];
    act(() => {
      line.says({ type: "presence", topics, people, seconds: 30 });
    });
  };
  act(() => {
    line.open();
    line.says(watching(...topics));
  });
  lee("writing");
  await waitFor(() => {
    expect(screen.queryByText(NAME)).not.toBeInTheDocument();
  });
  lee("looking");
  await screen.findByText(NAME);
  await user.click(screen.getByText("Take over …"));
  await user.click(screen.getByText("Take over this draft"));
  expect(await screen.findByText(/^Lee Wong’s draft is no longer there/)).toBeVisible();
  await waitFor(() => {
    expect(screen.queryByText(NAME)).not.toBeInTheDocument();
  });
});

it("who wrote it is told who goes on with it, and can have the words back", async () => {
  left = [];
  changeDraft<Writing>(draftOf(ID), () => ({ mode: "public", public: "Left here", at: { public: AT } }));
  mark(ID, "kept", "reply", AT);
  const stands = { ...LEES, kind: "reply", body: "Left here" };
  server.use(http.get(`*/api/tickets/${ID}/drafts/reply`, () => HttpResponse.json(stands)));
  const { user } = showAgent(`/agent/tickets/${ID}`);
  expect(await screen.findByDisplayValue("Left here")).toBeVisible();
  const line = await socket(0);
  act(() => {
    line.open();
    line.says({
      type: "draft",
      topics: ["person:x"],
      ticket_id: ID,
      kind: "reply",
      at: null,
      taken_by: "Lee Wong",
    });
  });
  expect(await screen.findByText(`Lee Wong goes on with what you wrote on ${ID}.`)).toBeVisible();
  await user.click(screen.getByText(/Have my words back/));
  expect(await screen.findByDisplayValue("Left here")).toBeVisible();
});

it("what was taken between its fetching and the watching is written here no longer", async () => {
  left = [];
  changeDraft<Writing>(draftOf(ID), () => ({ mode: "public", public: "Left here", at: { public: AT } }));
  mark(ID, "kept", "reply", AT);
  const stands = { ...LEES, writer: undefined, kind: "reply", body: "Left here", beginning: "Left here" };
  let own = [stands];
  server.use(
    http.get("*/api/me/drafts", () => HttpResponse.json({ items: own })),
    http.get(`*/api/tickets/${ID}/drafts/reply`, () =>
      own.length === 0 ? problem(404, "not_found") : HttpResponse.json(stands),
    ),
  );
  showAgent(`/agent/tickets/${ID}`);
  expect(await screen.findByDisplayValue("Left here")).toBeVisible();
  own = [];
  const line = await socket(0);
  act(() => {
    line.open();
    line.says(watching("person:x"));
  });
  expect(await screen.findByText(new RegExp(`^What you wrote on ${ID} was`))).toBeVisible();
  expect(screen.queryByDisplayValue("Left here")).not.toBeInTheDocument();
});
