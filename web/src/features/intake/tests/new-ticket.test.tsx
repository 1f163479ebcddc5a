import { screen } from "@testing-library/react";
import { describe, expect, test } from "vitest";

import { accessibilityProblems } from "@/testing/axe";
import { showAgent, signedIn, write } from "@/testing/render";
import { openDesk } from "@/testing/server";

describe("a ticket on behalf of somebody", () => {
  test("is created by keyboard and opened", async () => {
    const desk = openDesk();
    signedIn("agent");
    const { user } = showAgent("/agent/mine");
    await screen.findByRole("heading", { name: "My tickets" });
    await user.keyboard("c");
    const mail = await screen.findByLabelText(/E-mail of the requester/);
    expect(mail).toHaveFocus();
    await write(user, mail, "max@example.com");
    await write(user, screen.getByLabelText("Name"), "Max Beispiel");
    await write(user, screen.getByLabelText(/^Subject/), "Cannot hear callers");
    await write(user, screen.getByLabelText(/^Description/), "The headset is silent.");
    expect(await accessibilityProblems()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Create ticket" }));
    expect(await screen.findByRole("heading", { name: "Cannot hear callers" })).toBeVisible();
    expect(desk.sent[0]?.body).toMatchObject({
      requester: { email: "max@example.com", name: "Max Beispiel" },
      channel: "phone",
      subject: "Cannot hear callers",
    });
  });

  test("names what is missing", async () => {
    openDesk();
    signedIn("agent");
    const { user } = showAgent("/agent/new");
    await user.click(await screen.findByRole("button", { name: "Create ticket" }));
    expect(await screen.findAllByText("This is needed.")).toHaveLength(3);
  });
});
