import { screen } from "@testing-library/react";
import { expect, test } from "vitest";

import type { Ticket } from "@/api/types";
import { showAgent, signedIn } from "@/testing/render";
import { openDesk } from "@/testing/server";

const ID = "HD-07KQ2M4X";

function open(ended: Ticket["ended_clocks"]) {
  const desk = openDesk();
  const ticket = desk.tickets.get(ID);
  if (ticket === undefined) throw new Error("no ticket");
  desk.tickets.set(ID, { ...ticket, ended_clocks: ended });
  signedIn("agent");
  showAgent(`/agent/tickets/${ID}`);
}

test("runs of a clock that are not shown are counted", async () => {
  open([
    { clock: "next_response", kept: 4_990, missed: 10, older: 4_990 },
    { clock: "first_response", kept: 1, missed: 0, older: 0 },
  ]);
  expect(await screen.findByText(/4990 earlier not shown\. In all 4990 kept, 10 missed\./)).toBeVisible();
  expect(screen.getAllByText(/earlier not shown/)).toHaveLength(1);
});
