import { screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";

import { accessibilityProblems } from "@/testing/axe";
import { anEntry, at } from "@/testing/builders";
import { showAgent, signedIn } from "@/testing/render";
import { openDesk } from "@/testing/server";

describe("a ticket that pages people", () => {
  const PAGED = "HD-0AB3CD5E";
  const openPaged = () => {
    const desk = openDesk();
    signedIn("agent");
    return { desk, ...showAgent(`/agent/tickets/${PAGED}`) };
  };

  test("is acknowledged with one button", async () => {
    const { desk, user } = openPaged();
    const banner = await screen.findByRole("alert");
    expect(banner).toHaveTextContent("Somebody is wanted here now.");
    expect(banner).toHaveTextContent("Told so far: whoever is on call.");
    expect(await accessibilityProblems()).toEqual([]);
    await user.click(within(banner).getByRole("button", { name: "I take care" }));
    expect(await screen.findByText(/Amira Haddad takes care of it, since/)).toBeVisible();
    expect(desk.sent.at(-1)?.path).toBe(`/api/tickets/${PAGED}/acknowledgements`);
    expect(screen.queryByRole("button", { name: "I take care" })).toBeNull();
  });

  test("shows who else took care, without a reload", async () => {
    const { desk, client } = openPaged();
    await screen.findByRole("button", { name: "I take care" });
    const ticket = desk.tickets.get(PAGED);
    if (ticket === undefined) throw new Error("no ticket");
    const by = { id: "p-agent2", name: "Tom Berger", role: "agent" } as const;
    const entry = anEntry({ type: "TicketAcknowledged", visibility: "internal", at: at(1), actor: by });
    desk.tickets.set(PAGED, { ...ticket, ladders: [], timeline: [...ticket.timeline, entry] });
    await client.invalidateQueries({ queryKey: ["ticket", PAGED] }); // what the live line does
    expect(await screen.findByText(/Tom Berger takes care of it, since/)).toBeVisible();
    expect(screen.queryByRole("button", { name: "I take care" })).toBeNull();
  });
});
