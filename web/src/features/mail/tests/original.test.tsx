import { screen, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { expect, test } from "vitest";

import { accessibilityProblems } from "@/testing/axe";
import { anEntry, aTicket, NOW } from "@/testing/builders";
import { showAgent, signedIn } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

const ID = "HD-07KQ2M4X";

test("a message by mail warns when its domain does not vouch for it, and leads to the whole mail", async () => {
  const desk = openDesk();
  const rita = { id: "p-rita", name: "Rita", role: "requester" as const };
  const html = "<p>It burns.</p><blockquote>Does it smoke?</blockquote>";
  const data = { via: "mail", mail: "m-1", doubted: true };
  const timeline = [anEntry({ actor: rita, body: "It burns.", html, data })];
  desk.tickets.set(ID, aTicket({ id: ID, timeline }));
  server.use(
    http.get("*/api/mails/m-1", () =>
      HttpResponse.json({
        ...{ id: "m-1", message_id: "1@x.example", received_at: NOW, subject: "Re: it", text: "It burns." },
        ...{ below: "> Does it smoke?", from: "rita@x.example", from_name: "Rita", attachments: [] },
        envelope: { from: "rita@x.example", to: ["help@acme.example"] },
        ...{
          automatic: false,
          bounce_for: [],
          verdicts: { dmarc: "fail" },
          outcome: "message",
          reason: null,
        },
        ...{ ticket: ID, entry: "e-1", held: false, revision: 1 },
      }),
    ),
  );
  signedIn("agent");
  const { user } = showAgent(`/agent/tickets/${ID}`);
  expect(await screen.findByText(/does not vouch for this mail/)).toBeVisible();
  expect(screen.queryByText("Does it smoke?")).toBeNull();
  await user.click(screen.getByRole("button", { name: /quote/i }));
  expect(screen.getByText("Does it smoke?")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Show the mail" }));
  const sheet = within(await screen.findByRole("dialog", { name: "The mail as it came" }));
  expect(await sheet.findByRole("region", { name: "Text of the mail" })).toHaveTextContent(
    "It burns.> Does it smoke?",
  );
  expect(sheet.getByText("DMARC: failed")).toBeVisible();
  expect(sheet.getByRole("button", { name: "Download the mail" })).toBeVisible();
  expect(await accessibilityProblems()).toEqual([]);
});
