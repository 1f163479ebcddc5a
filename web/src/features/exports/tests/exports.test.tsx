import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";

import { aTicket } from "@/testing/builders";
import { showAgent, signedIn } from "@/testing/render";
import { openDesk } from "@/testing/server";

// Comes in the app when it is wanted; what it takes to read it is no part of what is waited for.
import "../components/export-band";

async function asked(format: RegExp, path = "/agent/teams/service-desk") {
  const desk = openDesk();
  desk.tickets.clear();
  for (const id of ["HD-00000001", "HD-00000002"]) desk.tickets.set(id, aTicket({ id, assignee: null }));
  signedIn("agent");
  const shown = showAgent(path);
  await shown.user.click(await screen.findByRole("button", { name: "Export" }));
  await shown.user.click(await screen.findByRole("menuitem", { name: format }));
  return { desk, ...shown };
}

test("a list is made a file of in the background, until it is put away", async () => {
  const { user, desk } = await asked(/Excel/);
  const line = await screen.findByText(/Service Desk.xlsx is ready: 2 rows/i);
  expect(desk.sent.at(-1)?.body).toMatchObject({
    format: "xlsx",
    order: "due",
    question: expect.stringContaining("team:") as unknown,
  });
  const band = line.closest("div");
  expect(within(band ?? document.body).getByRole("button", { name: /^Download/ })).toBeVisible();
  await user.click(screen.getByRole("button", { name: /^Put away/ }));
  await waitFor(() => {
    expect(screen.queryByText(/is ready/)).toBeNull();
  });
});
