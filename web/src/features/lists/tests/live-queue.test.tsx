import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { at, aTicket } from "@/testing/builders";
import { showAgent, signedIn } from "@/testing/render";
import { openDesk } from "@/testing/server";
import { atWidth } from "@/testing/window-width";

const subjects = () =>
  within(screen.getByRole("grid"))
    .getAllByRole("row")
    .slice(1)
    .map((row) => row.querySelector("a")?.textContent);

async function open() {
  const desk = openDesk();
  signedIn("agent");
  const shown = showAgent("/agent/teams/service-desk");
  await screen.findByText("Nobody can print on floor 3");
  const arrives = async () => {
    const urgent = aTicket({
      id: "HD-0000URGE",
      subject: "All is down",
      priority: "P1",
      next_deadline: at(-60),
    });
    desk.tickets.set(urgent.id, urgent);
    await shown.client.invalidateQueries({ queryKey: ["tickets"] });
  };
  const changes = async (id: string, part: object) => {
    const ticket = desk.tickets.get(id);
    if (ticket === undefined) throw new Error("no ticket");
    desk.tickets.set(id, { ...ticket, ...part });
    await shown.client.invalidateQueries({ queryKey: ["tickets"] });
  };
  return { ...shown, arrives, changes, before: subjects() };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"], shouldAdvanceTime: true });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

test("what comes waits behind a pill that names a P1, and is shown by it", async () => {
  const { arrives, before } = await open();
  await arrives();
  const pill = await screen.findByRole("button", { name: /1 change · show/ });
  expect(pill).toHaveTextContent("New P1: All is down");
  expect(subjects()).toEqual(before);
  fireEvent.click(pill);
  expect(subjects()).toEqual(["All is down", ...before]);
  expect(screen.queryByRole("button", { name: /· show/ })).toBeNull();
});

test("a row changes where it stands, and one that leaves stays until then, with the reason", async () => {
  const { changes, before } = await open();
  await changes("HD-0F6GH7JK", { subject: "Account works again" });
  await screen.findByText("Account works again");
  await changes("HD-0F6GH7JK", { state: "solved", phase: "solved" });
  const row = (await screen.findByText(/^No longer in this list/)).closest("[role=row]");
  expect(row).toHaveTextContent("Account works again");
  expect(subjects()).toHaveLength(before.length);
  fireEvent.click(screen.getByRole("button", { name: /1 change · show/ }));
  expect(subjects()).toHaveLength(before.length - 1);
});

test("with nobody at it for ten seconds it follows by itself", async () => {
  const { arrives, before } = await open();
  await arrives();
  await screen.findByRole("button", { name: /· show/ });
  act(() => void vi.advanceTimersByTime(10_000));
  await waitFor(() => {
    expect(subjects()).toEqual(["All is down", ...before]);
  });
});

test.each(["pointer", "keyboard"] as const)("it does not while the %s is in it", async (hand) => {
  const { arrives, before } = await open();
  const row = screen.getByText("Account locked after password change").closest<HTMLElement>("[role=row]");
  if (row === null) throw new Error("no row");
  if (hand === "pointer") fireEvent.pointerEnter(row.closest("div") ?? row);
  else {
    act(() => {
      row.focus();
    });
  }
  await arrives();
  await screen.findByRole("button", { name: /· show/ });
  act(() => void vi.advanceTimersByTime(60_000));
  expect(subjects()).toEqual(before);
  if (hand === "pointer") fireEvent.pointerLeave(row.closest("div") ?? row);
  else {
    act(() => {
      row.blur();
    });
  }
  act(() => void vi.advanceTimersByTime(10_000));
  expect(subjects()).toEqual(["All is down", ...before]);
});

test("it does not while a ticket of it is open beside it, from which one walks on", async () => {
  atWidth(1_440);
  const { arrives, before, user } = await open();
  const row = screen.getByText("Account locked after password change").closest<HTMLElement>("[role=row]");
  act(() => row?.focus());
  await user.keyboard("o");
  await screen.findByRole("heading", { level: 1, name: /Account locked/ });
  expect(row).not.toHaveFocus();
  await arrives();
  await screen.findByRole("button", { name: /· show/ });
  act(() => void vi.advanceTimersByTime(60_000));
  expect(subjects()).toEqual(before);
});

test("whoever comes back finds it up to date", async () => {
  const { arrives, before, user } = await open();
  fireEvent.pointerEnter(screen.getByRole("grid").closest("div") ?? document.body);
  await arrives();
  await screen.findByRole("button", { name: /· show/ });
  await user.keyboard("gu");
  await screen.findByRole("heading", { name: "Unassigned" });
  await user.keyboard("gt");
  await screen.findByRole("heading", { name: /Service desk/ });
  await waitFor(() => {
    expect(subjects()).toEqual(["All is down", ...before]);
  });
});
