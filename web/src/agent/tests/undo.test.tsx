import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, test, vi } from "vitest";

import type { Ticket } from "@/api/types";
import { AGENT } from "@/testing/builders";
import { showAgent, signedIn } from "@/testing/render";
import { openDesk } from "@/testing/server";

const ID = "HD-07KQ2M4X";

afterEach(() => {
  vi.useRealTimers();
});

async function open(part: Partial<Ticket> = {}) {
  const desk = openDesk();
  const ticket = () => {
    const found = desk.tickets.get(ID);
    if (found === undefined) throw new Error("no ticket");
    return found;
  };
  desk.tickets.set(ID, { ...ticket(), ...part });
  signedIn("agent");
  const shown = showAgent(`/agent/tickets/${ID}`);
  await screen.findByRole("heading", { level: 1, name: /VPN drops/ });
  return { desk, ticket, ...shown };
}

describe("what was done to a ticket", () => {
  test("is taken back by z: it is as it was", async () => {
    const { user, ticket } = await open({ assignee: null });
    await user.keyboard("t");
    await screen.findByText(`${ID} is given to Amira Haddad`);
    expect(ticket().assignee?.id).toBe(AGENT.id);
    await user.keyboard("z");
    await screen.findByText(`${ID} is as it was`);
    expect(ticket().assignee).toBeNull();
  });

  test("is taken back by the button of its notice", async () => {
    const { user, ticket } = await open({ assignee: null });
    await user.click(await screen.findByRole("button", { name: "Take it" }));
    await user.click(await screen.findByRole("button", { name: /^Undo/ }));
    await screen.findByText(`${ID} is as it was`);
    expect(ticket().assignee).toBeNull();
    await waitFor(() => {
      expect(screen.queryByRole("button", { name: /^Undo/ })).toBeNull();
    });
  });

  test("is taken back in turn, the last first, from wherever one is", async () => {
    const { user, ticket } = await open({ assignee: null });
    await user.keyboard("t");
    await screen.findByText(/is given to/);
    await user.click(await screen.findByRole("combobox", { name: "Kind" }));
    await user.click(await screen.findByRole("option", { name: "Problem" }));
    await screen.findByText(`${ID}: changed Kind`);
    await user.keyboard("gu");
    await screen.findByRole("heading", { name: "Unassigned" });
    await user.keyboard("z");
    await waitFor(() => {
      expect(ticket().kind).toBe("incident");
    });
    expect(ticket().assignee?.id).toBe(AGENT.id);
    await user.keyboard("z");
    await waitFor(() => {
      expect(ticket().assignee).toBeNull();
    });
  });

  test("is taken back when something else came meanwhile", async () => {
    const { user, desk, ticket } = await open({ assignee: null });
    await user.keyboard("t");
    await screen.findByText(/is given to/);
    desk.change(ticket(), { subject: "VPN drops again" });
    await user.keyboard("z");
    await screen.findByText(`${ID} is as it was`);
    expect(ticket()).toMatchObject({ assignee: null, subject: "VPN drops again" });
  });

  test("stays when somebody else has changed the same meanwhile, and that is said", async () => {
    const { user, desk, ticket } = await open({ assignee: null });
    await user.keyboard("t");
    await screen.findByText(/is given to/);
    const other = { id: "p-agent2", name: "Tom Berger" };
    desk.change(ticket(), { assignee: other });
    await user.keyboard("z");
    await screen.findByText(/has changed meanwhile, so nothing was taken back/);
    expect(ticket().assignee).toEqual(other);
  });

  test("is a move as well, with until when it waited", async () => {
    const until = "2026-11-27T09:00:00Z";
    const { user, ticket } = await open({ state: "pending", phase: "pending", until, next_states: ["open"] });
    await user.click(screen.getByRole("button", { name: /Change state|Move to|State/ }));
    await user.click(await screen.findByRole("menuitem", { name: "In progress" }));
    await screen.findByText(`${ID}: In progress`);
    expect(ticket()).toMatchObject({ state: "open", until: null });
    await user.keyboard("z");
    await screen.findByText(`${ID} is as it was`);
    expect(ticket()).toMatchObject({ state: "pending", until });
  });

  test("cannot be taken back after ten seconds, and z says so", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"], shouldAdvanceTime: true });
    const { user, ticket } = await open({ assignee: null });
    await user.keyboard("t");
    await screen.findByText(/is given to/);
    await vi.advanceTimersByTimeAsync(10_500);
    await user.keyboard("z");
    expect(await screen.findByText(/Undo: there is nothing to undo/)).toBeInTheDocument();
    expect(ticket().assignee?.id).toBe(AGENT.id);
  });
});

test("what nobody takes up again is asked about, and has no way back", async () => {
  const { user, ticket } = await open({ state: "solved", phase: "solved", next_states: ["open", "closed"] });
  await user.click(screen.getByRole("button", { name: /Change state|Move to|State/ }));
  await user.click(await screen.findByRole("menuitem", { name: "Closed" }));
  const question = within(await screen.findByRole("dialog", { name: `Close ${ID}?` }));
  expect(ticket().state).toBe("solved");
  await user.click(question.getByRole("button", { name: "Close it" }));
  await waitFor(() => {
    expect(ticket().state).toBe("closed");
  });
  expect(screen.queryByRole("button", { name: /^Undo/ })).toBeNull();
});
