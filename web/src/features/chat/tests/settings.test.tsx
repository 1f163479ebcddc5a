import { screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { expect, test } from "vitest";

import type { ChatPlan } from "@/api/settings-types";
import { accessibilityProblems } from "@/testing/axe";
import { LEAD } from "@/testing/builders";
import { problem } from "@/testing/problem";
import { showAgent, signedIn, write } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

const CALENDARS = [
  { id: "office-berlin", name: "Berlin" },
  { id: "always", name: "Around the clock" },
];

function open(role: "admin" | "lead" = "admin", chat_calendar = "office-berlin") {
  openDesk({ ...LEAD, role });
  const desk = {
    settings: { revision: 2, chat: true, chat_calendar },
    sent: [] as { body: ChatPlan; ifMatch: string | null }[],
    gone: [] as string[],
  };
  server.use(
    http.get("*/api/settings/sla", () => HttpResponse.json({ calendars: CALENDARS })),
    http.get("*/api/settings/chat", () => HttpResponse.json(desk.settings)),
    http.put("*/api/settings/chat", async ({ request }) => {
      const body = (await request.json()) as ChatPlan;
      desk.sent.push({ body, ifMatch: request.headers.get("if-match") });
      if (desk.gone.includes(body.chat_calendar))
        return problem(422, "invalid", {
          errors: [
            {
              field: "chat_calendar",
              code: "no_calendar",
              message: "…",
              values: { name: body.chat_calendar },
            },
          ],
        });
      desk.settings = { ...body, revision: desk.settings.revision + 1 };
      return HttpResponse.json(desk.settings);
    }),
  );
  signedIn("agent");
  return { desk, ...showAgent("/agent/settings/chat") };
}

const offered = () => screen.findByRole("switch", { name: /^Offer the chat/ });
const hours = () => screen.getByRole("combobox", { name: "Office hours" });

test("an administrator turns the chat off and says by which hours somebody is there", async () => {
  const { desk, user } = open();
  expect(await offered()).toBeChecked();
  expect(hours()).toHaveValue("Berlin");
  expect(await accessibilityProblems()).toEqual([]);
  await user.click(await offered());
  await user.click(hours());
  await user.click(await screen.findByRole("option", { name: "Around the clock" }));
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByText("Everything is saved")).toBeVisible();
  await waitFor(() => {
    expect(desk.sent).toEqual([{ body: { chat: false, chat_calendar: "always" }, ifMatch: '"2"' }]);
  });
});

test("a calendar that went meanwhile is refused at its field", async () => {
  const { desk, user } = open();
  await offered();
  desk.gone.push("always");
  await user.click(hours());
  await user.click(await screen.findByRole("option", { name: "Around the clock" }));
  await user.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => {
    expect(hours()).toBeInvalid();
  });
});

test("where its calendar is gone, the page says what becomes of visitors", async () => {
  open("admin", "lost");
  await offered();
  expect(hours()).toHaveValue("lost");
  expect(screen.getByText(/This calendar is not there any more/)).toBeVisible();
});

test("who is no administrator reads", async () => {
  open("lead");
  expect(await screen.findByText(/Only administrators can change this/)).toBeVisible();
  expect(await offered()).toBeDisabled();
  expect(screen.queryByRole("button", { name: "Save" })).toBeNull();
});

test("the page is found by what is done there", async () => {
  const { user } = open();
  const list = within(await screen.findByRole("navigation", { name: "Settings" }));
  await write(user, list.getByRole("searchbox", { name: "Find a setting" }), "live chat");
  expect(list.getAllByRole("link").map((link) => link.textContent)).toEqual(["Chat"]);
});
