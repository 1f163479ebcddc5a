import { act, screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { expect, onTestFinished, test, vi } from "vitest";

import type { Mail } from "@/api/settings-types";
import { accessibilityProblems } from "@/testing/axe";
import { LEAD, NOW } from "@/testing/builders";
import { playLive, socket, watching } from "@/testing/fake-socket";
import { problem } from "@/testing/problem";
import { showAgent, signedIn } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

const HELD: Mail = {
  ...{ id: "m-1", message_id: "1@mail.example", received_at: NOW, subject: "Buy this" },
  envelope: { from: "bounce@bulk.example", to: ["help@acme.example"] },
  ...{ from: "sam@mail.example", from_name: "Sam", text: "See https://bad.example now", below: "Sam, Ltd." },
  attachments: [{ name: "offer.pdf", type: "application/pdf", size: 2048 }],
  ...{ automatic: false, bounce_for: [], verdicts: { spam: "fail", dmarc: "pass" } },
  ...{ outcome: "quarantine", reason: "spam", ticket: null, entry: null, held: true, revision: 1 },
};
const MADE: Mail = {
  ...HELD,
  ...{ id: "m-2", subject: "Printer", outcome: "message", reason: null, held: false },
  ...{ ticket: "HD-0AB3CD5E", entry: "e-1" },
};

function open(path: string, role: "admin" | "lead" = "admin", besides: () => void = () => undefined) {
  openDesk({ ...LEAD, role });
  const desk = {
    held: HELD,
    asked: [] as string[],
    lists: [] as (string | null)[],
    reads: 0,
    refuses: false,
  };
  server.use(
    http.get("*/api/mails", ({ request }) => {
      const outcome = new URL(request.url).searchParams.get("outcome");
      desk.lists.push(outcome);
      const items = [desk.held, MADE].filter((mail) => outcome === null || mail.outcome === outcome);
      return HttpResponse.json({ items, cursor: null });
    }),
    http.get("*/api/mails/m-1", () => {
      desk.reads += 1;
      // It is judged while one waits.
      if (desk.asked.length > 0 && desk.reads > 2) {
        desk.held = { ...MADE, id: "m-1", subject: HELD.subject, revision: 2 };
      }
      return HttpResponse.json(desk.held);
    }),
    http.post("*/api/mails/m-1/:how", ({ params }) => {
      if (desk.refuses) return problem(409, "mail_not_held");
      desk.asked.push(String(params.how));
      return HttpResponse.json(desk.held, { status: 202 });
    }),
  );
  besides();
  signedIn("agent");
  return { desk, ...showAgent(path) };
}

test("who may act sees held mail first, with its reason, and finds all of it by the filter", async () => {
  const { desk, user } = open("/agent/settings/mails");
  const list = await screen.findByRole("list", { name: "Mail in" });
  expect(within(list).getByRole("link", { name: "Buy this" })).toBeVisible();
  expect(within(list).getByText("Held: spam")).toBeVisible();
  expect(within(list).queryByText("Printer")).toBeNull();
  expect(await accessibilityProblems()).toEqual([]);
  await user.click(screen.getByRole("combobox", { name: "Show" }));
  await user.click(await screen.findByRole("option", { name: "All" }));
  expect(await screen.findByRole("link", { name: "Printer" })).toBeVisible();
  expect(screen.getByRole("link", { name: "HD-0AB3CD5E" })).toBeVisible();
  expect(window.location.search).toBe("?outcome=all");
  expect(desk.lists).toEqual(["quarantine", null]);
});

test("others of the staff see what became of mail, and act on none", async () => {
  const { desk } = open("/agent/settings/mails", "lead");
  expect(await screen.findByText(/You see those of tickets that you may see/)).toBeVisible();
  expect(await screen.findByRole("link", { name: "Printer" })).toBeVisible();
  expect(desk.lists).toEqual([null]);
});

test("a held mail says why, leads nowhere, and a ticket is made of it after a question", async () => {
  const { desk, user } = open("/agent/settings/mails/m-1");
  expect(await screen.findByRole("heading", { name: "Buy this" })).toBeVisible();
  expect(screen.getByText("It is held: it looks like spam.")).toBeVisible();
  expect(screen.getByText("spam: failed · DMARC: passed")).toBeVisible();
  expect(screen.queryByText("It looks like spam.")).toBeNull();
  const words = screen.getByRole("region", { name: "Text of the mail" });
  expect(words).toHaveTextContent("See https://bad.example nowSam, Ltd.");
  expect(within(words).queryByRole("link")).toBeNull();
  expect(screen.getByText("offer.pdf")).toBeVisible();
  expect(await accessibilityProblems()).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Make a ticket of it" }));
  expect(desk.asked).toEqual([]);
  const question = await screen.findByRole("dialog", { name: "Make a ticket of this mail?" });
  await user.click(within(question).getByRole("button", { name: "Make a ticket of it" }));
  expect(await screen.findByText(/It waits in line/)).toBeVisible();
  expect(await screen.findByText(/It stands here now/, {}, { timeout: 5_000 })).toBeVisible();
  expect(desk.asked).toEqual(["releases"]);
  expect(screen.queryByRole("button", { name: "Make a ticket of it" })).toBeNull();
  expect(screen.getAllByRole("link", { name: "HD-0AB3CD5E" })[0]).toBeVisible();
});

test.each([
  ["1@mail.example", "Message-ID1@mail.example"],
  ["", "Message-IDnone"],
  [null, undefined],
])("the id of a mail is its own, none, or not known (%o)", async (message_id, row) => {
  open("/agent/settings/mails/m-1", "admin", () => {
    server.use(http.get("*/api/mails/m-1", () => HttpResponse.json({ ...HELD, message_id })));
  });
  expect(await screen.findByText("help@acme.example")).toBeVisible();
  expect(screen.queryByText("Message-ID")?.parentElement?.textContent).toBe(row);
});

test("what somebody else has let in meanwhile is said, and shown as it is now", async () => {
  const { desk, user } = open("/agent/settings/mails/m-1");
  const again = await screen.findByRole("button", { name: "Judge it again" });
  desk.refuses = true;
  desk.held = { ...MADE, id: "m-1", revision: 2 };
  await user.click(again);
  expect(await screen.findByRole("alert")).toBeVisible();
  await waitFor(() => {
    expect(screen.queryByRole("button", { name: "Judge it again" })).toBeNull();
  });
});

test("how many are held stands beside the page in the settings, for who may let them in", async () => {
  openDesk({ ...LEAD, role: "admin" });
  server.use(http.get("*/api/held-mails", () => HttpResponse.json({ count: 99, more: true })));
  signedIn("agent");
  showAgent("/agent/settings/teams");
  const link = await screen.findByRole("link", { name: /Mail in/ });
  await waitFor(() => {
    expect(link).toHaveAccessibleName("Mail in 99+ mails are held");
  });
  expect(link).toHaveTextContent("Mail in");
  expect(await accessibilityProblems()).toEqual([]);
});

test("the list and the count follow mail that is held while they are shown", async () => {
  const { desk } = open("/agent/settings/mails", "admin", () => {
    onTestFinished(playLive());
  });
  let count = 1;
  server.use(http.get("*/api/held-mails", () => HttpResponse.json({ count, more: false })));
  const line = await socket(0);
  act(() => {
    line.open();
    line.says(watching("mails"));
  });
  expect(await screen.findByRole("link", { name: "Buy this" })).toBeVisible();
  expect(line.sent).toContainEqual({ action: "watch", topics: ["mails"] });
  desk.held = { ...HELD, subject: "Buy that" };
  count = 2;
  act(() => {
    line.says({ type: "mails", topics: ["mails"] });
  });
  expect(await screen.findByRole("link", { name: "Buy that" })).toBeVisible();
  await screen.findByRole("link", { name: "Mail in 2 mails are held" });
});

test.each([
  ["there are none", "admin", 0],
  ["they are for administrators", "lead", 7],
] as const)("nothing is counted where %s", async (_, role, count) => {
  openDesk({ ...LEAD, role });
  const asked = vi.fn(() => HttpResponse.json({ count, more: false }));
  server.use(http.get("*/api/held-mails", asked));
  signedIn("agent");
  showAgent("/agent/settings/teams");
  expect(await screen.findByRole("link", { name: "Mail in" })).toBeVisible();
  expect(asked).toHaveBeenCalledTimes(role === "admin" ? 1 : 0);
});
