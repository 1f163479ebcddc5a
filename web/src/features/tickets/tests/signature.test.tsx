import { screen } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { expect, test } from "vitest";

import { showAgent, signedIn } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

test("one's signature stands below a reply that one writes, and not below a note", async () => {
  openDesk();
  server.use(
    http.get("*/api/me/settings", () => HttpResponse.json({ signature: "Ada\nService desk", revision: 1 })),
  );
  signedIn("agent");
  const { user } = showAgent("/agent/tickets/HD-07KQ2M4X");
  await user.click(await screen.findByRole("button", { name: /^Reply to Jonas Weber/ }));
  expect(await screen.findByRole("note", { name: /Your signature/ })).toHaveTextContent("Ada Service desk");
  await user.click(screen.getByRole("radio", { name: "Internal note" }));
  expect(screen.queryByRole("note", { name: /Your signature/ })).toBeNull();
});
