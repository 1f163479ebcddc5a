import { screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { expect, test } from "vitest";

import { cardOf } from "@/testing/builders";
import { showAgent, signedIn } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

import { listedBy } from "../address";
import { isDueToday } from "../filter";

const subjects = () =>
  within(screen.getByRole("grid"))
    .getAllByRole("row")
    .slice(1)
    .map((row) => row.querySelector("a")?.textContent);

test("a queue stands in another order, which its address says, until the deadline comes first again", async () => {
  const desk = openDesk();
  signedIn("agent");
  const asked: URLSearchParams[] = [];
  server.use(
    http.get("*/api/search", ({ request }) => {
      asked.push(new URL(request.url).searchParams);
      const items = [...desk.tickets.values()]
        .reverse()
        .map(cardOf)
        .map((ticket) => ({ kind: "ticket", id: ticket.id, title: [], snippet: [], ticket }));
      return HttpResponse.json({ items, cursor: null, total: items.length, total_is: "exact" });
    }),
  );
  const { user } = showAgent("/agent/teams/service-desk?priority=P3");
  await screen.findByRole("grid");
  const byDeadline = subjects();
  const order = screen.getByRole("combobox", { name: "Order" });
  expect(order).toHaveDisplayValue("Next deadline first");
  await user.selectOptions(order, "Newest first");
  const newest = [...desk.tickets.values()].reverse().map(({ subject }) => subject);
  await waitFor(() => {
    expect(subjects()).toEqual(newest);
  });
  expect(window.location.search).toBe("?priority=P3&order=newest");
  expect(asked.at(-1)?.get("sort")).toBe("newest");
  expect(asked.at(-1)?.get("q")).toBe("is:open team:service-desk priority:P3");
  expect(screen.getByRole("button", { name: "Save as view" })).toBeVisible();
  await user.selectOptions(order, "Next deadline first");
  await waitFor(() => {
    expect(subjects()).toEqual(byDeadline);
  });
  expect(window.location.search).toBe("?priority=P3");
});

test("an address says an order that there is, and nothing of the usual one", () => {
  expect(listedBy({ order: "priority", phase: "new" })).toEqual({ order: "priority", phase: "new" });
  expect(listedBy({ order: "best" })).toEqual({});
  expect(listedBy({ order: "due", due: undefined })).toEqual({});
});

test("what is due before the day ends is due today, also what was due before", () => {
  const noon = new Date(2026, 10, 30, 12).getTime();
  const due = (day: number, hour: number) => ({ next_deadline: new Date(2026, 10, day, hour).toISOString() });
  expect(isDueToday(due(30, 23), noon)).toBe(true);
  expect(isDueToday(due(29, 23), noon)).toBe(true);
  expect(isDueToday(due(31, 0), noon)).toBe(false);
  expect(isDueToday({ next_deadline: null }, noon)).toBe(false);
});
