import { screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { expect, test } from "vitest";

import type { Mailboxes, MailboxPlan } from "@/api/settings-types";
import { accessibilityProblems } from "@/testing/axe";
import { LEAD } from "@/testing/builders";
import { problem } from "@/testing/problem";
import { showAgent, signedIn, write } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

const HELP: MailboxPlan = {
  ...{ id: "help", address: "help@acme.example", aliases: ["support@acme.example"], name: "Acme help" },
  ...{ team: "service-desk", language: "de", signature: "Acme", acknowledges: true, writers: "known" },
  reopens_for_days: 7,
};

function open(mailboxes: MailboxPlan[] = [HELP], role: "admin" | "lead" = "admin") {
  openDesk({ ...LEAD, role });
  const desk: { found: Mailboxes; sent: MailboxPlan[][] } = {
    found: { revision: 3, saved_at: null, saved_by: null, mailboxes },
    sent: [],
  };
  server.use(
    http.get("*/api/settings/mailboxes", () => HttpResponse.json(desk.found)),
    http.put("*/api/settings/mailboxes", async ({ request }) => {
      const { mailboxes: wanted } = (await request.json()) as Mailboxes;
      desk.sent.push(wanted);
      const at = wanted.findIndex(({ address }) => address.includes("+"));
      if (at >= 0) {
        const refusal = { code: "plus_address", message: "has a plus", values: { name: "x+y" } };
        return problem(422, "invalid", { errors: [{ field: `mailboxes[${at}].address`, ...refusal }] });
      }
      desk.found = { ...desk.found, revision: 4, mailboxes: wanted };
      return HttpResponse.json(desk.found);
    }),
  );
  signedIn("agent");
  return { desk, ...showAgent("/agent/settings/mailboxes") };
}

test("a mailbox is a sentence that opens, and what is read is sent as it was", async () => {
  const { desk, user } = open();
  const head = await screen.findByRole("button", { name: /^Acme help/ });
  expect(head).toHaveTextContent(
    "help@acme.example · 1 more address · Service desk · people who are known here",
  );
  await user.click(head);
  expect(await accessibilityProblems()).toEqual([]);
  const days = screen.getByLabelText("Days until a closed ticket stays closed");
  await user.clear(days);
  await write(user, days, "30");
  await user.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => {
    expect(desk.sent).toEqual([[{ ...HELP, reopens_for_days: 30 }]]);
  });
});

test("a new one gets its id from its name, and what is refused stands at its field with what was typed", async () => {
  const { desk, user } = open();
  await user.click(await screen.findByRole("button", { name: "Add a mailbox" }));
  const rows = within(screen.getByRole("list", { name: "Mailboxes" })).getAllByRole("listitem");
  const one = within(rows[1] ?? document.body);
  await write(user, one.getByLabelText("Name"), "Bürger Service");
  await write(user, one.getByLabelText(/^Address/), "x+y@acme.example");
  await user.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => {
    expect(one.getByLabelText(/^Address/)).toHaveAccessibleDescription(/has a plus/);
  });
  await user.clear(one.getByLabelText(/^Address/));
  await write(user, one.getByLabelText(/^Address/), "service@acme.example");
  await user.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => {
    expect(desk.found.revision).toBe(4);
  });
  expect(desk.sent.at(-1)?.[1]).toEqual({
    ...{ id: "buerger-service", address: "service@acme.example", aliases: [], name: "Bürger Service" },
    ...{ team: null, language: "en", signature: "", acknowledges: true, writers: "anybody" },
    reopens_for_days: 14,
  });
});

test("without one it is said how an address is pointed here, and where other mail waits", async () => {
  open([]);
  expect(await screen.findByText("No address takes in mail yet")).toBeVisible();
  expect(screen.getByText(/point the MX record/)).toBeVisible();
  expect(within(screen.getByRole("main")).getByText("Mail in", { selector: "p a" })).toHaveAttribute(
    "href",
    "/agent/settings/mails?outcome=all",
  );
});

test("who is no administrator reads", async () => {
  open([HELP], "lead");
  expect(await screen.findByText(/Only administrators can change this/)).toBeVisible();
  expect(screen.queryByRole("button", { name: "Add a mailbox" })).toBeNull();
});

test("what was saved before is put into the form again, and holds once it is saved", async () => {
  const { desk, user } = open([]);
  server.use(
    http.get("*/api/settings/mailboxes/versions", () =>
      HttpResponse.json({
        items: [
          { revision: 3, saved_at: null, saved_by: "p-max", name: "Max", mailboxes: 0 },
          { revision: 2, saved_at: "2026-11-20T09:00:00Z", saved_by: "p-max", name: "Max", mailboxes: 1 },
        ],
      }),
    ),
    http.get("*/api/settings/mailboxes/versions/2", () =>
      HttpResponse.json({ revision: 2, mailboxes: [HELP] }),
    ),
  );
  await user.click(await screen.findByText("Earlier versions"));
  expect(await screen.findByText("Holds now")).toBeVisible();
  expect(screen.getByText(/Version 2, 1 mailbox,/)).toHaveTextContent("Max");
  await user.click(screen.getByRole("button", { name: "Take version 2" }));
  expect(await screen.findByRole("button", { name: /^Acme help/ })).toBeVisible();
  expect(desk.sent).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => {
    expect(desk.sent).toEqual([[HELP]]);
  });
});
