import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { describe, expect, test } from "vitest";

import type {
  DryRun,
  DryRunResult,
  IntakeRule,
  PastDryRunResult,
  RoutingSettings,
} from "@/api/settings-types";
import { accessibilityProblems } from "@/testing/axe";
import { LEAD } from "@/testing/builders";
import { problem } from "@/testing/problem";
import { showAgent, signedIn, write } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

const RULES: IntakeRule[] = [
  { name: "security", when: { words: ["phishing"] }, then: { level: "L2", team: "it-operations" } },
  { name: "outages", when: { words: ["outage"] }, then: { tags: ["outage"] }, last: true },
];

const DIFFERENCES = [
  { field: "team", was: "service-desk", would: "it-operations" },
  { field: "level", was: "L1", would: "L2" },
  { field: "kind", was: "incident", would: "service_request" },
  { field: "category", was: null, would: "network" },
  { field: "impact", was: "low", would: "high" },
];

function open(role: "admin" | "lead" = "admin") {
  openDesk({ ...LEAD, role });
  const rules: { settings: RoutingSettings; sent: unknown[] } = {
    settings: { revision: 2, rules: RULES },
    sent: [],
  };
  server.use(
    http.get("*/api/settings/routing", () => HttpResponse.json(rules.settings)),
    http.put("*/api/settings/routing", async ({ request }) => {
      const body = (await request.json()) as { rules: IntakeRule[] };
      rules.sent.push(body);
      if (request.headers.get("if-match") !== `"${rules.settings.revision}"`)
        return problem(412, "settings_moved");
      rules.settings = { revision: rules.settings.revision + 1, rules: body.rules };
      return HttpResponse.json(rules.settings);
    }),
    http.post("*/api/settings/routing/dry-runs", async ({ request }) => {
      rules.sent.push((await request.json()) as DryRun);
      const found: DryRunResult = {
        level: "L2",
        team: "it-operations",
        matched: ["security"],
        then: { level: "L2", team: "it-operations" },
      };
      return HttpResponse.json(found);
    }),
    http.post("*/api/settings/routing/dry-runs/past", () => {
      const ticket = { id: "HD-0AAAAAAA", subject: "Odd mail", created_at: "2026-11-20T10:00:00Z", then: [] };
      const found: PastDryRunResult = {
        items: [
          { ...ticket, matched: ["security"], differences: DIFFERENCES },
          { ...ticket, id: "HD-0BBBBBBB", matched: [], differences: [] },
        ],
        complete: true,
      };
      return HttpResponse.json(found);
    }),
  );
  signedIn("agent");
  return { rules, ...showAgent("/agent/settings/routing") };
}

const names = () =>
  within(screen.getByRole("list", { name: "Routing rules" }))
    .getAllByRole("button", { expanded: false })
    .map((button) => button.querySelector("strong")?.textContent);

describe("routing rules", () => {
  test("are put in order by keyboard, and the focus goes with them", async () => {
    const { user, rules } = open();
    const down = await screen.findByRole("button", { name: "Move security down" });
    down.focus();
    await user.keyboard("{Enter}");
    expect(names()).toEqual(["outages", "security"]);
    await waitFor(() => {
      expect(screen.getByRole("button", { name: "Move security up" })).toHaveFocus();
    });
    await user.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() => {
      expect(rules.settings.rules.map(({ name }) => name)).toEqual(["outages", "security"]);
    });
    expect(await accessibilityProblems()).toEqual([]);
  });

  test("are written in a form; a refusal stands at its field", async () => {
    const { user, rules } = open();
    await user.click(await screen.findByRole("button", { name: "Add a rule" }));
    await write(user, screen.getByLabelText(/^Name/), "security");
    const when = within(screen.getByRole("region", { name: "When" }));
    await user.click(when.getByRole("button", { name: "Add a condition" }));
    await user.type(when.getByRole("combobox", { name: "Values: Text" }), "ransom{Enter}");
    const then = within(screen.getByRole("region", { name: "Then" }));
    await user.click(then.getByRole("button", { name: "Set something" }));
    await user.click(then.getByRole("combobox", { name: "Field" }));
    await user.click(await screen.findByRole("option", { name: "Promise" }));
    await user.click(then.getByRole("combobox", { name: "Values: Promise" }));
    await user.click(await screen.findByRole("option", { name: "Premium" }));
    expect(screen.getAllByRole("button", { name: /^security/ }).at(-1)).toHaveTextContent(
      "When the text contains “ransom” → gets the promise “Premium”",
    );
    server.use(
      http.put("*/api/settings/routing", () =>
        problem(422, "invalid", {
          errors: [{ field: "rules[2].name", code: "name_taken", message: "is another rule's name" }],
        }),
      ),
    );
    await user.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() => {
      expect(screen.getByLabelText(/^Name/)).toHaveAccessibleDescription("Another rule has this name.");
    });
    expect(rules.settings.rules).toHaveLength(2);
    expect(await accessibilityProblems()).toEqual([]);
  });

  test("say in a sentence when and what; only what is set has a row", async () => {
    const { user } = open();
    const rule = await screen.findByRole("button", { name: /^security/ });
    expect(rule).toHaveTextContent("When the text contains “phishing” → goes to “IT operations” (L2)");
    expect(screen.getByRole("button", { name: /^outages/ })).toHaveTextContent(
      "gets the tag “outage” · ends here",
    );
    await user.click(rule);
    const when = within(screen.getByRole("region", { name: "When" }));
    expect(when.getAllByRole("combobox", { name: "Field" })).toHaveLength(1);
    await user.click(when.getByRole("button", { name: "Remove Text" }));
    expect(rule).toHaveTextContent("For every ticket → goes to");
  });

  test("are put in order by Alt with arrows, and by dragging", async () => {
    open();
    const row = (name: string) => screen.getByRole("button", { name: new RegExp(`^${name}`) });
    const first = await screen.findByRole("button", { name: /^security/ });
    fireEvent.keyDown(first, { key: "ArrowUp", altKey: true });
    expect(names()).toEqual(["security", "outages"]);
    fireEvent.keyDown(first, { key: "ArrowDown", altKey: true });
    expect(names()).toEqual(["outages", "security"]);
    await waitFor(() => {
      expect(row("security")).toHaveFocus();
    });
    const carried: Record<string, string> = {};
    const dataTransfer = {
      setData: (type: string, data: string) => (carried[type] = data),
      getData: (type: string) => carried[type],
      get types() {
        return Object.keys(carried);
      },
    };
    fireEvent.dragStart(row("security"), { dataTransfer });
    fireEvent.dragOver(row("outages"), { dataTransfer });
    fireEvent.drop(row("outages"), { dataTransfer });
    expect(names()).toEqual(["security", "outages"]);
  });

  test("that were taken out come back to their place until they are saved", async () => {
    const { user, rules } = open();
    await user.click(await screen.findByRole("button", { name: "Remove security" }));
    const back = screen.getByRole("button", { name: "Bring security back" });
    await waitFor(() => {
      expect(back).toHaveFocus();
    });
    expect(names()).toEqual(["outages"]);
    expect(await accessibilityProblems()).toEqual([]);
    await user.keyboard("{Enter}");
    expect(names()).toEqual(["security", "outages"]);
    await user.click(screen.getByRole("button", { name: "Remove outages" }));
    await user.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() => {
      expect(screen.queryByRole("button", { name: "Bring outages back" })).toBeNull();
    });
    expect(rules.settings.rules.map(({ name }) => name)).toEqual(["security"]);
  });

  test("are tried on a text as they stand: unsaved, and before they have a name", async () => {
    const { user, rules } = open();
    await user.click(await screen.findByRole("button", { name: "Remove outages" }));
    await write(user, screen.getByLabelText("What somebody might write"), "This looks like phishing");
    expect(await screen.findByText("Goes to L2 Specialists, IT operations")).toBeVisible();
    expect(rules.sent).toMatchObject([{ text: "This looks like phishing", rules: [{ name: "security" }] }]);
    await user.click(screen.getByRole("button", { name: "Add a rule" }));
    await waitFor(() => {
      expect(rules.sent.at(-1)).toMatchObject({ rules: [{ name: "security" }, { name: "New rule" }] });
    });
  });

  test("are tried on past tickets, with what would differ", async () => {
    const { user } = open("lead");
    await user.click(await screen.findByRole("radio", { name: "Past tickets" }));
    expect(await screen.findByText("2 tickets looked at, 1 would differ.")).toBeVisible();
    expect(screen.getByRole("link", { name: "HD-0AAAAAAA" })).toBeVisible();
    for (const said of [
      "Team: Service desk → IT operations",
      "Level: L1 Generalists → L2 Specialists",
      "Kind: Incident → Service request",
      "Category: nothing → Internet, Wi-Fi, VPN",
      "Impact: Low → High",
    ]) {
      const [field = ""] = said.split(": ");
      expect(screen.getByText(new RegExp(`^${field}:\\s+→`))).toHaveTextContent(said);
    }
    expect(screen.queryByRole("button", { name: "Save" })).toBeNull();
  });

  test("saved by somebody else meanwhile are shown beside one's own", async () => {
    const { user, rules } = open();
    await user.click(await screen.findByRole("button", { name: "Move security down" }));
    rules.settings = { revision: 3, rules: RULES.slice(0, 1) };
    await user.click(screen.getByRole("button", { name: "Save" }));
    expect(await screen.findByText(/You both changed: Routing rules/)).toBeVisible();
    expect(names()).toEqual(["outages", "security"]);
    await user.click(screen.getByRole("button", { name: "Take theirs" }));
    expect(names()).toEqual(["security"]);
  });
});
