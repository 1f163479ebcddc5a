import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";

import { AGENT } from "@/testing/builders";
import { showAgent, signedIn } from "@/testing/render";
import { openDesk } from "@/testing/server";

const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;

function start(path: string, me = AGENT) {
  const desk = openDesk(me);
  signedIn("agent");
  return { desk, ...showAgent(path) };
}

test("at the first sign-in the browser says how mails are written", async () => {
  const { desk } = start("/agent/me", { ...AGENT, settled: false });
  await waitFor(() => {
    expect(desk.sent).toEqual([
      { key: null, path: "/api/me/locale", body: { language: "en", timezone: HERE, supposed: true } },
    ]);
  });
});

test("later the browser says nothing", async () => {
  const { desk } = start("/agent/me");
  expect(await screen.findByRole("heading", { name: "My settings" })).toBeVisible();
  expect(desk.sent).toEqual([]);
});
