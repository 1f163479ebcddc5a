import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";

import { accessibilityProblems } from "@/testing/axe";
import { AGENT, LEAD } from "@/testing/builders";
import { showAgent, signedIn, write } from "@/testing/render";
import { openDesk } from "@/testing/server";

function open(address: string, me = LEAD) {
  const desk = openDesk(me);
  signedIn("agent");
  return { desk, ...showAgent(address) };
}

test("an article is found in the list, written anew, and published by a lead", async () => {
  const { user, desk } = open("/agent/knowledge");
  expect(await screen.findByText(/deflected by articles: 4 this month, 7 last month/)).toBeVisible();
  await user.click(await screen.findByRole("link", { name: "Reset your password" }));
  const title = await screen.findByLabelText(/^Title/);
  expect(title).toHaveValue("Reset your password");
  expect(screen.getByText("Readers see this version.", { exact: false })).toBeVisible();
  expect(await accessibilityProblems()).toEqual([]);
  await user.clear(title);
  await write(user, title, "Set a new password");
  expect(screen.getByRole("button", { name: "Archive" })).toBeDisabled();
  await user.click(screen.getByRole("button", { name: "Save" }));
  await user.click(await screen.findByRole("button", { name: "Publish" }));
  await waitFor(() => {
    expect(desk.sent.at(-1)?.path).toMatch(/publications$/);
  });
  expect(desk.sent[0]?.body).toMatchObject({ title: "Set a new password", category: "account" });
});

test("an agent asks for a review and publishes nothing", async () => {
  const { user } = open("/agent/knowledge/01KART/en", AGENT);
  await user.type(await screen.findByLabelText(/^Title/), "!");
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByRole("button", { name: "Ask for a review" })).toBeEnabled();
  expect(screen.queryByRole("button", { name: "Publish" })).toBeNull();
});

test("a version is read, and stands in the form again", async () => {
  const { user } = open("/agent/knowledge/01KART/en");
  const title = await screen.findByLabelText(/^Title/);
  await user.clear(title);
  await write(user, title, "Other");
  await user.click(screen.getByRole("button", { name: "Save" }));
  await screen.findByRole("button", { name: "Publish" });
  await user.click(await screen.findByRole("button", { name: "Show version 1" }));
  await user.click(await screen.findByRole("button", { name: "Put it into the form again" }));
  await waitFor(() => {
    expect(title).toHaveValue("Reset your password");
  });
  expect(screen.getByText("Not saved yet")).toBeVisible();
});

test("a translation begins empty beside the article it is of", async () => {
  open("/agent/knowledge/01KART/de?from=en");
  expect(await screen.findByLabelText(/^Title/)).toHaveValue("");
  expect(screen.getByRole("link", { name: "English" })).toBeVisible();
  expect(screen.queryByRole("region", { name: "Versions" })).toBeNull();
});

test("a lead plans when it ends, in their own time, and the list says so", async () => {
  const { user, desk } = open("/agent/knowledge/01KART/en");
  const until = await screen.findByLabelText("Readers see it until");
  expect(screen.queryByLabelText("Publish on")).toBeNull();
  await write(user, until, "24/12/2030 18:30");
  await user.click(screen.getByRole("button", { name: "Save these times" }));
  expect(await screen.findByText(/^expires/)).toBeVisible();
  expect(desk.sent.at(-1)).toMatchObject({
    path: "/api/articles/01KART/en/plan",
    body: { publish_at: null, expire_at: new Date(2030, 11, 24, 18, 30).toISOString() },
  });
  expect(await accessibilityProblems()).toEqual([]);
  await user.click(screen.getByRole("link", { name: "‹ Knowledge" }));
  expect(await screen.findByText(/^expires/)).toBeVisible();
});

test("what cannot be read as a time takes no plan back", async () => {
  const { user, desk } = open("/agent/knowledge/01KART/en");
  const until = await screen.findByLabelText("Readers see it until");
  await write(user, until, "24/12/2030 18:30");
  await user.click(screen.getByRole("button", { name: "Save these times" }));
  await screen.findByText(/^expires/);
  const saved = desk.sent.length;
  const again = screen.getByLabelText("Readers see it until");
  await user.clear(again);
  await write(user, again, "nonsense");
  await user.click(screen.getByRole("button", { name: "Save these times" }));
  expect(screen.getByText(/This is no day and time/)).toBeVisible();
  expect(desk.sent).toHaveLength(saved);
});

test("the list says in which language an article is missing, and leads to writing it", async () => {
  const { user } = open("/agent/knowledge");
  await user.click(await screen.findByRole("link", { name: "German is missing" }));
  expect(await screen.findByLabelText(/^Title/)).toHaveValue("");
  expect(screen.getByRole("region", { name: "Languages" })).toHaveTextContent("German is missing");
});

test("an agent plans nothing", async () => {
  open("/agent/knowledge/01KART/en", AGENT);
  await screen.findByLabelText(/^Title/);
  expect(screen.queryByRole("button", { name: "Save these times" })).toBeNull();
});
