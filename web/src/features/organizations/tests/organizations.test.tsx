import { screen, waitFor } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { expect, test, vi } from "vitest";

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
    http.get("*/api/organizations/:id", ({ params }) =>
      desk.held?.id !== params.id ? problem(404, "not_found") : HttpResponse.json(desk.held),
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
  await user.click(screen.getByRole("button", { name: "Create" }));
  const name = screen.getByLabelText("Name of a new organisation");
  expect(name).toHaveAccessibleDescription("This is needed.");
  await write(user, name, "Acme");
  await user.click(screen.getByRole("button", { name: "Change the id" }));
  const id = screen.getByLabelText("Id");
  expect(id).toHaveFocus();
  await user.clear(id);
  await write(user, id, "Acme Ltd");
  await user.click(screen.getByRole("button", { name: "Create" }));
  expect(id).toHaveAccessibleDescription(/at most 64/);
  await user.clear(id);
  await write(user, id, "acme-ltd");
  expect(await accessibilityProblems()).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Create" }));
  expect(await screen.findByRole("heading", { name: "New organisation" })).toBeVisible();
  expect(screen.getByText("acme-ltd")).toBeVisible();
  expect(screen.getByLabelText(/^Name\b(?! of)/)).toHaveValue("Acme");
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

test("a name that gives the id of another gets one of its own", async () => {
  const { user, desk } = open();
  const there = { id: "acme", plan: null, domains: [], languages: [], spoc: null, notes: "" };
  desk.held = { ...there, name: "Acme", revision: 1 };
  await write(user, await screen.findByLabelText("Name of a new organisation"), "ACME!");
  await user.click(screen.getByRole("button", { name: "Create" }));
  expect(await screen.findByText("acme-2")).toBeVisible();
  expect(window.location.pathname).toBe("/agent/settings/organizations/acme-2");
});

test("all of them are looked through and kept as a file, whichever page they stand on", async () => {
  const held = (id: string, name: string): Organization => ({
    ...{
      id,
      name,
      plan: null,
      domains: [`${id}.example`],
      languages: [],
      spoc: null,
      notes: "",
      revision: 1,
    },
  });
  const pages = { "": [held("acme", "Acme")], next: [held("mills", "Mills")] };
  const { user } = open();
  server.use(
    http.get("*/api/organizations", ({ request }) => {
      const at = new URL(request.url).searchParams.get("cursor") === null ? "" : "next";
      return HttpResponse.json({ items: pages[at], cursor: at === "" ? "next" : null });
    }),
  );
  await screen.findByRole("link", { name: "Acme" });
  await write(user, screen.getByRole("searchbox", { name: "Search this list" }), "MILLS.ex");
  expect(await screen.findByRole("link", { name: "Mills" })).toBeVisible();
  expect(screen.queryByRole("link", { name: "Acme" })).toBeNull();
  expect(await accessibilityProblems()).toEqual([]);
  const kept: Blob[] = [];
  const createObjectURL = (blob: Blob) => {
    kept.push(blob);
    return "blob:1";
  };
  Object.assign(URL, { createObjectURL, revokeObjectURL: vi.fn() });
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(vi.fn());
  await user.click(screen.getByRole("button", { name: "As CSV" }));
  await waitFor(() => {
    expect(kept).toHaveLength(1);
  });
  vi.restoreAllMocks();
});
