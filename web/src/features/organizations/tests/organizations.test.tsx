import { screen, waitFor } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { expect, test } from "vitest";

import type { Organization, OrganizationPlan } from "@/api/settings-types";
import { accessibilityProblems } from "@/testing/axe";
import { LEAD } from "@/testing/builders";
import { problem } from "@/testing/problem";
import { showAgent, signedIn, write } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

function open() {
  openDesk(LEAD);
  const desk: { saved: OrganizationPlan[]; held: Organization | null } = { saved: [], held: null };
  server.use(
    http.get("*/api/organizations", () =>
      HttpResponse.json({ items: desk.held === null ? [] : [desk.held], cursor: null }),
    ),
    http.get("*/api/organizations/:id", () =>
      desk.held === null ? problem(404, "not_found") : HttpResponse.json(desk.held),
    ),
    http.put("*/api/organizations/:id", async ({ request, params }) => {
      const plan = (await request.json()) as OrganizationPlan;
      desk.saved.push(plan);
      if (plan.domains?.includes("gmail.com") === true) {
        const refusal = { code: "new_reason", message: "belongs to everybody" };
        return problem(422, "invalid", { errors: [{ field: "domains[0]", ...refusal }] });
      }
      const none = { plan: null, domains: [], languages: [], notes: "" };
      desk.held = { ...none, ...plan, spoc: null, id: String(params.id), revision: 1 };
      return HttpResponse.json(desk.held);
    }),
  );
  signedIn("agent");
  return { desk, ...showAgent("/agent/settings/organizations") };
}

test("a new organisation is made by saving it, and what is refused stands at its field", async () => {
  const { user, desk } = open();
  expect(await screen.findByText("There are no organisations yet")).toBeVisible();
  await write(user, screen.getByLabelText("Id of a new organisation"), "Acme Ltd");
  await user.click(screen.getByRole("button", { name: "Create" }));
  expect(screen.getByLabelText("Id of a new organisation")).toHaveAccessibleDescription(/Lower-case/);
  await user.clear(screen.getByLabelText("Id of a new organisation"));
  await write(user, screen.getByLabelText("Id of a new organisation"), "acme");
  await user.click(screen.getByRole("button", { name: "Create" }));
  expect(await screen.findByRole("heading", { name: "New organisation" })).toBeVisible();
  await write(user, screen.getByLabelText(/^Name\b(?! of)/), "Acme");
  const domains = screen.getAllByLabelText("Mail domains")[0] as Element;
  await user.type(domains, "gmail.com{Enter}");
  await user.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => {
    expect(domains).toHaveAccessibleDescription(/belongs to everybody/);
  });
  await user.type(domains, "{Backspace}acme.example{Enter}");
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByRole("heading", { name: "Acme" })).toBeVisible();
  expect(desk.saved.at(-1)).toMatchObject({
    name: "Acme",
    domains: ["acme.example"],
    spoc: null,
    plan: null,
  });
  expect(await accessibilityProblems()).toEqual([]);
});
