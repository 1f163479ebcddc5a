import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";

import { anEntry, at } from "@/testing/builders";
import { replyTo } from "@/testing/composer";
import { showAgent, signedIn, write } from "@/testing/render";
import { openDesk } from "@/testing/server";

const ID = "HD-07KQ2M4X";
const JONAS = { id: "p-requester", name: "Jonas Weber", role: "requester" } as const;
let desk: ReturnType<typeof openDesk>;

beforeEach(() => {
  desk = openDesk();
  signedIn("agent");
});

function saidMeanwhile(body: string) {
  const ticket = desk.tickets.get(ID);
  if (ticket === undefined) throw new Error("no ticket");
  const entry = anEntry({ at: at(1), actor: JONAS, body });
  desk.tickets.set(ID, { ...ticket, revision: ticket.revision + 1, timeline: [...ticket.timeline, entry] });
}

it("what others write is said while one types, and is asked about no more once one goes on", async () => {
  const { user, client } = showAgent(`/agent/tickets/${ID}`);
  const field = await replyTo("Jonas Weber");
  await write(user, field, "Try the other gateway.");
  expect(screen.queryByText(/Jonas Weber.* wrote,/)).toBeNull();
  saidMeanwhile("It works again!");
  saidMeanwhile("Or not.");
  await client.refetchQueries();

  const line = await screen.findByText(/Jonas Weber.* wrote,.* And one thing more/);
  expect(field).toHaveFocus();
  await user.click(within(line.parentElement ?? line).getByRole("button", { name: "Read it" }));
  const said = (await screen.findByText("It works again!")).closest("article");
  expect(said).toHaveFocus();

  await user.click(screen.getByRole("button", { name: "Go on writing" }));
  expect(screen.queryByText(/Jonas Weber.* wrote,/)).toBeNull();
  expect(field).toHaveValue("Try the other gateway.");
  await user.click(screen.getByRole("button", { name: "Send" }));
  await waitFor(() => {
    expect(desk.sent.some(({ path }) => path.endsWith("/messages"))).toBe(true);
  });
  expect(screen.queryByRole("alert")).toBeNull();
});
