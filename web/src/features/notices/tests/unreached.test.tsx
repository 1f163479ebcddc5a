import { screen, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { expect, test } from "vitest";

import type { UndeliverableAddress } from "@/api/settings-types";
import { accessibilityProblems } from "@/testing/axe";
import { LEAD, NOW } from "@/testing/builders";
import { showAgent, signedIn } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

test("an address that mail does not reach says why, and is written to again after a question", async () => {
  openDesk(LEAD);
  const dead: UndeliverableAddress[] = [
    { address: "old@acme.example", state: "bounced", why: "550 no such user", since: NOW },
    { address: "cross@acme.example", state: "complained", why: "", since: NOW },
  ];
  server.use(
    http.get("*/api/undeliverable-addresses", () => HttpResponse.json({ items: dead, cursor: null })),
    http.delete("*/api/undeliverable-addresses/:address", ({ params }) => {
      const [gone] = dead.splice(
        dead.findIndex(({ address }) => address === params.address),
        1,
      );
      return HttpResponse.json(gone);
    }),
  );
  signedIn("agent");
  const { user } = showAgent("/agent/settings/undeliverable");
  expect(await screen.findByText(/550 no such user/)).toBeVisible();
  expect(screen.getByText(/complained of a mail/)).toBeVisible();
  expect(await accessibilityProblems()).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Write there again: old@acme.example" }));
  const question = await screen.findByRole("dialog", { name: "Write to this address again?" });
  await user.click(within(question).getByRole("button", { name: "Write there again" }));
  expect(await screen.findByText("old@acme.example is written to again.")).toBeVisible();
  expect(screen.queryByText(/550 no such user/)).toBeNull();
  expect(screen.getByText("cross@acme.example")).toBeVisible();
});
