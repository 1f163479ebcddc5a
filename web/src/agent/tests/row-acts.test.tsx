import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { beforeEach, expect, test, vi } from "vitest";

import { AGENT, aTicket } from "@/testing/builders";
import { showAgent, signedIn } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

const ID = "HD-0F6GH7JK";

/** As wide as a phone, which has fingers. */
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(390);
  const usual = window.matchMedia("print");
  vi.spyOn(window, "matchMedia").mockImplementation((query) =>
    Object.assign(Object.create(usual) as MediaQueryList, { matches: query.includes("max-width") }),
  );
  HTMLElement.prototype.setPointerCapture = () => undefined;
  return () => {
    vi.restoreAllMocks();
  };
});

async function aList() {
  openDesk();
  signedIn("agent");
  const changes: unknown[] = [];
  server.use(
    http.patch(`*/api/tickets/${ID}`, async ({ request }) => {
      changes.push(await request.json());
      return HttpResponse.json(aTicket());
    }),
  );
  const shown = showAgent("/agent/teams/service-desk");
  const subject = await screen.findByText("Account locked after password change");
  return { ...shown, changes, row: subject.closest<HTMLElement>("[role=row]") ?? subject };
}

function swipe(row: HTMLElement, ...by: [number, number][]) {
  const finger = { pointerId: 1, pointerType: "touch", isPrimary: true };
  fireEvent.pointerDown(row, { ...finger, clientX: 200, clientY: 200 });
  for (const [x, y] of by) fireEvent.pointerMove(row, { ...finger, clientX: 200 + x, clientY: 200 + y });
  const words = row.dataset.swipeWords;
  fireEvent.pointerUp(row, finger);
  return words;
}

test("a row swiped far enough to the right is taken; one let go before that, or along the list, is not", async () => {
  const { row, changes } = await aList();
  expect(swipe(row, [20, 0], [60, 0])).toBe("Take it");
  expect(swipe(row, [0, 30], [140, 30])).toBeUndefined();
  expect(row).not.toHaveAttribute("data-swipe");
  swipe(row, [20, 0], [140, 0]);
  await waitFor(() => {
    expect(changes).toEqual([{ assignee: AGENT.id }]);
  });
});

test("swiped to the left, it is asked until when it waits", async () => {
  const { row } = await aList();
  expect(swipe(row, [-20, 0], [-140, 0])).toBe("Wait until …");
  expect(await screen.findByRole("dialog")).toHaveTextContent("Comes back");
});

test("the same is in the menu of the row, and choosing it", async () => {
  const { user, row, changes } = await aList();
  expect(within(row).queryByRole("checkbox")).toBeNull();
  const open = () => user.click(within(row).getByRole("button", { name: `What can be done to ${ID}` }));
  await open();
  await user.click(await screen.findByRole("menuitem", { name: "Take it" }));
  await waitFor(() => {
    expect(changes).toEqual([{ assignee: AGENT.id }]);
  });
  await open();
  await user.click(await screen.findByRole("menuitem", { name: "Choose the row" }));
  expect(within(row).getByRole("checkbox")).toBeChecked();
});

test("what narrows the list is behind a button that says how much it is", async () => {
  openDesk();
  signedIn("agent");
  const { user } = showAgent("/agent/teams/service-desk?priority=P3");
  const button = await screen.findByRole("button", { name: "Filter (1)" });
  expect(screen.queryByRole("combobox", { name: "Filter this list" })).toBeNull();
  await user.click(button);
  expect(await screen.findByRole("combobox", { name: "Filter this list" })).toHaveFocus();
});
