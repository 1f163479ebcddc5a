import { screen } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { expect, test } from "vitest";

import { showAgent, signedIn } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

test("the signature that is mailed stands below a reply that one writes, and not below a note", async () => {
  openDesk();
  server.use(
    http.get("*/api/tickets/:id/signature", () =>
      HttpResponse.json({ signature: "Ada\n\nAcme Ltd.", outside: "Ada\nRef. HD-07KQ2M4X" }),
    ),
  );
  signedIn("agent");
  const { user } = showAgent("/agent/tickets/HD-07KQ2M4X");
  await user.click(await screen.findByRole("button", { name: /^Reply to Jonas Weber/ }));
  expect(await screen.findByRole("note", { name: /Signature/ })).toHaveTextContent("Ada Acme Ltd.");
  await user.click(screen.getByRole("radio", { name: "Internal note" }));
  expect(screen.queryByRole("note", { name: /Signature/ })).toBeNull();
});
