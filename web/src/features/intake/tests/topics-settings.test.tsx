import { screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { expect, test } from "vitest";

import type { TopicPlan, TopicSettings } from "@/api/settings-types";
import { accessibilityProblems } from "@/testing/axe";
import { LEAD } from "@/testing/builders";
import { problem } from "@/testing/problem";
import { showAgent, signedIn, write } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

import { newChoice, newQuestion, newTopic, topicsPlan, topicValues } from "../topic-values";

const DEVICE: TopicPlan = {
  id: "device",
  name: { en: "Computer or printer", de: "Computer oder Drucker" },
  icon: "laptop",
  questions: [
    {
      ...{
        id: "which",
        type: "choice",
        required: true,
        label: { en: "What is broken?", de: "Was ist kaputt?" },
      },
      choices: [
        { id: "computer", name: { en: "Computer", de: "Computer" } },
        { id: "printer", name: { en: "Printer", de: "Drucker" } },
      ],
      means: { printer: { urgency: "low" } },
    },
    {
      ...{ id: "place", type: "text", label: { en: "Where is it?", de: "Wo steht es?" } },
      when: { question: "which", answers: ["printer"] },
    },
  ],
};

function open(role: "admin" | "lead" = "admin") {
  openDesk({ ...LEAD, role });
  const desk: { settings: TopicSettings; sent: { topics: TopicPlan[] }[] } = {
    settings: { revision: 2, saved_at: null, saved_by: null, topics: [DEVICE] },
    sent: [],
  };
  server.use(
    http.get("*/api/settings/topics", () => HttpResponse.json(desk.settings)),
    http.put("*/api/settings/topics", async ({ request }) => {
      const body = (await request.json()) as { topics: TopicPlan[] };
      desk.sent.push(body);
      if (body.topics.some(({ name }) => !name.de))
        return problem(422, "invalid", {
          errors: [{ field: "topics[1].name.de", code: "not_text", message: "must be a text", values: {} }],
        });
      desk.settings = { ...desk.settings, revision: 3, topics: body.topics };
      return HttpResponse.json(desk.settings);
    }),
  );
  signedIn("agent");
  return { desk, ...showAgent("/agent/settings/topics") };
}

test("a question is a sentence, and the form beside it asks as people are asked", async () => {
  const { user } = open();
  await user.click(await screen.findByRole("button", { name: /^Computer or printer/ }));
  expect(
    screen.getByRole("button", { name: /What is broken\?.*A choice, must be answered\./ }),
  ).toBeVisible();
  expect(
    screen.getByRole("button", {
      name: /Where is it\?.*A line of text, may be left out, asked when “What is broken\?” is “Printer”\./,
    }),
  ).toBeVisible();
  const preview = within(screen.getByRole("region", { name: "As requesters see it" }));
  expect(preview.queryByLabelText(/Where is it/)).toBeNull();
  await user.click(preview.getByRole("radio", { name: "Printer" }));
  expect(preview.getByLabelText(/Where is it/)).toBeVisible();
  expect(await accessibilityProblems()).toEqual([]);
});

test("a new topic gets its id from its name; what is missing is told at its field", async () => {
  const { desk, user } = open();
  await user.click(await screen.findByRole("button", { name: "Add a topic" }));
  await write(user, screen.getByLabelText(/Name, English/), "Room and building");
  await user.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => {
    expect(screen.getByLabelText(/Name, Deutsch/)).toBeInvalid();
  });
  await write(user, screen.getByLabelText(/Name, Deutsch/), "Raum und Gebäude");
  await user.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => {
    expect(desk.settings.revision).toBe(3);
  });
  expect(desk.sent.at(-1)?.topics.map(({ id }) => id)).toEqual(["device", "room-and-building"]);
});

test("who is no administrator reads", async () => {
  open("lead");
  expect(await screen.findByText(/Only administrators can change this/)).toBeVisible();
  expect(screen.queryByRole("button", { name: "Add a topic" })).toBeNull();
});

test("what depends on something new depends on it under the id it gets", () => {
  const [choice, other] = [newChoice(), newChoice()];
  const asked = {
    ...newQuestion(),
    type: "choice" as const,
    label: { en: "Which?", de: "Welche?" },
    choices: [
      { ...choice, name: { en: "Big one" } },
      { ...other, name: { en: "Big one" } },
    ],
    means: { [other.id]: { urgency: "high" as const }, "~gone": { urgency: "low" as const } },
  };
  const next = {
    ...newQuestion(),
    label: { en: "Which?" },
    when: { question: asked.id, answers: [other.id] },
  };
  const topic = { ...newTopic(), name: { en: "Büro Köln" }, questions: [asked, next] };
  const [plan] = topicsPlan({ topics: [topic] }).topics;
  expect(plan?.id).toBe("buero-koeln");
  expect(plan?.questions?.map(({ id }) => id)).toEqual(["which", "which-2"]);
  expect(plan?.questions?.[0]?.choices?.map(({ id }) => id)).toEqual(["big-one", "big-one-2"]);
  expect(plan?.questions?.[0]?.means).toEqual({ "big-one-2": { urgency: "high" } });
  expect(plan?.questions?.[1]?.when).toEqual({ question: "which", answers: ["big-one-2"] });
});

test("what is read is sent as it was", () => {
  const [plan] = topicsPlan(topicValues({ topics: [DEVICE] })).topics;
  expect(plan).toMatchObject(DEVICE);
});
