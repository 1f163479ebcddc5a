import { screen, waitFor } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { expect, test } from "vitest";

import type { Asset, AssetPlan } from "@/api/settings-types";
import type { TicketChange } from "@/api/types";
import { accessibilityProblems } from "@/testing/axe";
import { LEAD, anEntry, aTicket } from "@/testing/builders";
import { problem } from "@/testing/problem";
import { showAgent, signedIn, write } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

const PRINTER = { id: "printer-hall", name: "Printer in the hall", type: "printer", impact: "high" } as const;

function openSettings() {
  openDesk(LEAD);
  const desk: { saved: AssetPlan[]; held: Asset[] } = { saved: [], held: [] };
  server.use(
    http.get("*/api/assets", () => HttpResponse.json({ items: desk.held, cursor: null })),
    http.get("*/api/assets/:id", () =>
      desk.held[0] === undefined ? problem(404, "not_found") : HttpResponse.json(desk.held[0]),
    ),
    http.put("*/api/assets/:id", async ({ request, params }) => {
      const plan = (await request.json()) as AssetPlan;
      desk.saved.push(plan);
      if (plan.tag === "INV 7") {
        return problem(422, "invalid", {
          errors: [{ field: "tag", code: "new_reason", message: "is another asset's" }],
        });
      }
      const none = { tag: "", organization: null, impact: null, notes: "", retired: false };
      desk.held = [{ ...none, ...plan, id: String(params.id), revision: desk.held.length + 1 }];
      return HttpResponse.json(desk.held[0]);
    }),
  );
  signedIn("agent");
  return { desk, ...showAgent("/agent/settings/assets") };
}

test("a new asset is made by saving it, and what is refused stands at its field", async () => {
  const { user, desk } = openSettings();
  expect(await screen.findByText("There are no assets yet")).toBeVisible();
  await write(user, screen.getByLabelText("Name of a new asset"), "Drucker Süd");
  expect(screen.getByText("drucker-sued")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Create" }));
  expect(await screen.findByRole("heading", { name: "New asset" })).toBeVisible();
  expect(window.location.pathname).toBe("/agent/settings/assets/drucker-sued");
  const name = screen.getByLabelText(/^Name\b/);
  expect(name).toHaveValue("Drucker Süd");
  await user.clear(name);
  await write(user, name, "Printer");
  await write(user, screen.getByLabelText(/^Type\b/), "printer");
  const tag = screen.getByLabelText("Number on it");
  await write(user, tag, "INV 7");
  await user.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => {
    expect(tag).toHaveAccessibleDescription(/is another asset's/);
  });
  await user.clear(tag);
  await write(user, tag, "INV 8");
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByRole("heading", { name: "Printer" })).toBeVisible();
  expect(desk.saved.at(-1)).toEqual({
    ...{ name: "Printer", type: "printer", tag: "INV 8", organization: null, impact: null },
    ...{ notes: "", retired: false },
  });
  expect(await accessibilityProblems()).toEqual([]);
});

test("an asset that is no longer used is retired and says so in the list", async () => {
  const { user, desk } = openSettings();
  desk.held = [{ ...PRINTER, tag: "INV 7", organization: "acme", notes: "", retired: false, revision: 1 }];
  await user.click(await screen.findByRole("link", { name: PRINTER.name }));
  await user.clear(await screen.findByLabelText("Number on it"));
  await user.click(screen.getByLabelText(/No longer in use/));
  await user.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => {
    expect(desk.saved.at(-1)).toMatchObject({ retired: true, impact: "high", organization: "acme" });
  });
  await user.click(screen.getByRole("link", { name: "Assets" }));
  expect(await screen.findByText("not in use")).toBeVisible();
});

function openTicket() {
  openDesk();
  let ticket = aTicket({
    unknown_asset: "The grey one",
    timeline: [anEntry({ type: "TicketUpdated", visibility: "internal", data: { assets: [] } })],
  });
  const changes: TicketChange[] = [];
  server.use(
    http.get("*/api/tickets/:id", () => HttpResponse.json(ticket)),
    http.patch("*/api/tickets/:id", async ({ request }) => {
      const change = (await request.json()) as TicketChange;
      changes.push(change);
      if (change.assets?.includes("none") === true) {
        const errors = [
          {
            field: "assets[0]",
            code: "no_asset",
            values: { name: "none" },
            message: "there is no asset none",
          },
        ];
        return problem(422, "invalid", { errors });
      }
      const assets = change.assets?.length === 0 ? [] : [PRINTER];
      ticket = { ...ticket, assets, unknown_asset: null, revision: ticket.revision + 1 };
      return HttpResponse.json(ticket);
    }),
  );
  signedIn("agent");
  return { changes, ...showAgent(`/agent/tickets/${ticket.id}`) };
}

test("an agent says which assets a ticket is about", async () => {
  const { user, changes } = openTicket();
  expect(await screen.findByText(/named “The grey one”/)).toBeVisible();
  expect(screen.getByText(/changed Affected assets to none/)).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Add an asset" }));
  const name = screen.getByLabelText("Short name or number on it");
  expect(name).toHaveFocus();
  await write(user, name, "none");
  await user.click(screen.getByRole("button", { name: "Add" }));
  await waitFor(() => {
    expect(name).toHaveAccessibleDescription("There is no asset none.");
  });
  await user.clear(name);
  await write(user, name, "INV 7");
  await user.click(screen.getByRole("button", { name: "Add" }));
  const remove = await screen.findByRole("button", { name: "Take Printer in the hall away" });
  expect(screen.queryByText(/The grey one/)).toBeNull();
  expect(name).toHaveValue("");
  expect(await accessibilityProblems()).toEqual([]);
  await user.click(remove);
  await waitFor(() => {
    expect(screen.queryByText(PRINTER.name)).toBeNull();
  });
  await user.click(screen.getByRole("button", { name: "Add an asset" }));
  expect(screen.queryByLabelText("Short name or number on it")).toBeNull();
  expect(changes).toEqual([{ assets: ["none"] }, { assets: ["INV 7"] }, { assets: [] }]);
});
