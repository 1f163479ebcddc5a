import { screen } from "@testing-library/react";
import { expect, test } from "vitest";

import { anEntry, aTicket } from "@/testing/builders";
import { showAgent, signedIn } from "@/testing/render";
import { openDesk } from "@/testing/server";

const ID = "HD-07KQ2M4X";
const ADDRESS = "rita@people.example";

function told(data: Record<string, unknown>, body: string | null = ADDRESS) {
  const desk = openDesk();
  const timeline = [anEntry({ type: "MailReturned", body, data: { to: "rita", letter: "reply", ...data } })];
  desk.tickets.set(ID, aTicket({ timeline }));
  signedIn("agent");
  showAgent(`/agent/tickets/${ID}`);
}

test("a mail that came back is told with its address, and that nothing more goes there", async () => {
  told({ lost: true });
  const line = await screen.findByText(/did not arrive/);
  expect(line).toHaveTextContent(ADDRESS);
  expect(line).toHaveTextContent("Nothing more is sent there.");
});

test("a mail that may arrive another time ends nothing", async () => {
  told({ lost: false });
  expect(await screen.findByText(/did not arrive/)).not.toHaveTextContent("Nothing more");
});

test("a reader's complaint is told as one", async () => {
  told({ complained: true, lost: true });
  expect(await screen.findByText(/reported a mail/)).toHaveTextContent(ADDRESS);
});

test("an address that was erased is not made up", async () => {
  told({ lost: true }, null);
  expect(await screen.findByText(/an address that was erased/)).toBeVisible();
});
