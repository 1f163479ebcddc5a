import { act, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { MantineProvider } from "@mantine/core";
import { expect, test } from "vitest";

import type { Card } from "@/api/types";
import { changeDraft } from "@/lib/draft";
import { setProductClock } from "@/lib/product-clock";
import { at, aTicket, cardOf, NOW } from "@/testing/builders";
import { showAgent, signedIn } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

import { Due } from "../components/due";
import { Turn } from "../components/turn";
import { windowOf } from "../use-windowed";

const grid = () => screen.findByRole("grid");
const rowsNow = () => within(screen.getByRole("grid")).getAllByRole("row").slice(1);

function show(part: Partial<Card>) {
  setProductClock(NOW);
  const card = { ...cardOf(aTicket()), breached: [], waiting: false, ...part };
  const { container } = render(
    <MantineProvider env="test">
      <Due card={card} />
      <Turn {...card} />
    </MantineProvider>,
  );
  const [due, turn] = container.querySelectorAll<HTMLElement>("[class*=due], [class*=turn], [class*=owed]");
  return { lines: [...(due?.children ?? [])].map((line) => line.textContent), tone: due?.className, turn };
}

test.each([
  [{ next_deadline: at(125), next_clock: "resolution" }, [/^Resolution in 2 h 05 m$/, /^\d\d:05$/]],
  [{ next_deadline: at(36 * 60), next_clock: null }, [/^ ?Tue.* \d\d:00$/, /^in 1 d 12 h$/]],
  [{ next_deadline: at(-40), next_clock: null }, [/40 m 00 s over$/, /^\d\d:20$/]],
  [{ next_deadline: null, waiting: true, paused_since: at(-90) }, [/^paused$/, /^since \d\d:30$/]],
  [{ next_deadline: null }, [/^no deadline$/, /^$/]],
  [
    { next_deadline: at(125), next_clock: "resolution", breached: ["first_response", "resolution"] },
    [/in 2 h/, /^missed: First response$/],
  ],
] as const)("a deadline says first what one has to know first: %j", (part, expected) => {
  const { lines } = show({ ...part, breached: [...("breached" in part ? part.breached : [])] });
  expect(lines).toHaveLength(2);
  expected.forEach((words, line) => {
    expect(lines[line]).toMatch(words);
  });
});

test.each([
  [{ next_deadline: at(31), near_at: null }, null],
  [{ next_deadline: at(30), near_at: null }, "near"],
  [{ next_deadline: at(300), near_at: at(1) }, null],
  [{ next_deadline: at(300), near_at: at(0) }, "near"],
  [{ next_deadline: at(0), near_at: at(-10) }, "over"],
] as const)("a deadline is near in its last quarter or half hour, and then over: %j", (part, tone) => {
  const shown = show(part).tone ?? "";
  expect(["near", "over"].find((one) => shown.includes(one)) ?? null).toBe(tone);
});

test.each([
  [{ waits_for: "us", waits_since: at(-10) }, /^Waits for us since \d\d:50$/, true],
  [{ waits_for: "us", waits_since: null }, /^Waits for us; the last word is ours$/, false],
  [{ waits_for: "requester", waits_since: at(-10) }, /^Waits for requester since/, false],
  [{ waits_for: "time", waits_since: at(-10) }, /^On hold since/, false],
] as const)("whose turn it is can be read out: %j", (part, words, owed) => {
  const { turn } = show(part);
  expect(turn).toHaveTextContent(words);
  expect(turn?.className.includes("owed")).toBe(owed);
});

test("a pencil stands where one has begun to write, as long as anything is written", async () => {
  openDesk();
  signedIn("agent");
  showAgent("/agent/teams/service-desk");
  await screen.findByText("VPN drops every few minutes");
  const write = (words: string) => {
    act(() => {
      changeDraft("ticket.HD-07KQ2M4X", () => ({ public: words }));
    });
  };
  expect(screen.queryByText("You have begun to write")).toBeNull();
  write("Dear");
  expect(await screen.findByText("You have begun to write")).toBeInTheDocument();
  write("");
  await waitFor(() => {
    expect(screen.queryByText("You have begun to write")).toBeNull();
  });
});

const MANY = 5_000;

async function many() {
  openDesk();
  const items = Array.from({ length: MANY }, (_, number) => {
    const id = `HD-${String(number).padStart(8, "0")}`;
    return { ...cardOf(aTicket({ id, subject: `Ticket ${number}`, next_deadline: at(number) })) };
  });
  server.use(http.get("*/api/tickets", () => HttpResponse.json({ items, cursor: null, looked_at: MANY })));
  signedIn("agent");
  const shown = showAgent("/agent/mine");
  await grid();
  return shown;
}

test("of thousands of rows those in sight are drawn, and each knows its place", async () => {
  await many();
  expect(screen.getByRole("grid")).toHaveAttribute("aria-rowcount", String(MANY + 1));
  expect(rowsNow().length).toBeLessThan(60);
  expect(rowsNow()[0]).toHaveAttribute("aria-rowindex", "2");
  expect(screen.getByText(`${MANY} tickets`)).toBeVisible();
});

test("the keyboard walks on where the row it stands on has left the sight, and comes back to it", async () => {
  const { user } = await many();
  await user.keyboard("jj");
  expect(document.activeElement).toHaveTextContent("Ticket 1");
  const body = screen.getAllByRole("rowgroup")[1];
  if (body === undefined) throw new Error("no rows");
  body.getBoundingClientRect = () => ({ top: -100_000 }) as DOMRect;
  fireEvent.scroll(document);
  await screen.findByText("Ticket 2280");
  expect(document.activeElement).toHaveAttribute("data-ticket", "HD-00000001");
  act(() => {
    (document.activeElement as HTMLElement).blur();
  });
  await user.keyboard("j");
  expect(document.activeElement).toHaveAttribute("data-ticket", "HD-00000002");
  await user.keyboard("{Enter}");
  await waitFor(() => {
    expect(window.location.search).toBe("?t=HD-00000002");
  });
});

test.each([
  [5_000, 44, 0, 900],
  [5_000, 44, -100_000, 900],
  [5_000, 32, -159_000, 900],
  [101, 44, -44_000, 900],
  [101, 44, 700, 900],
])("of %i rows all in sight are drawn, and few more", (count, row, top, height) => {
  const { first, end } = windowOf(count, row, top, height);
  const seen = Array.from({ length: count }, (_, index) => index).filter(
    (index) => top + (index + 1) * row > 0 && top + index * row < height,
  );
  for (const index of seen) expect(index >= first && index < end).toBe(true);
  expect(end - first).toBeGreaterThan(0);
  expect(end - first).toBeLessThanOrEqual(Math.ceil(height / row) + 40);
  expect(first).toBeGreaterThanOrEqual(0);
  expect(end).toBeLessThanOrEqual(count);
});
