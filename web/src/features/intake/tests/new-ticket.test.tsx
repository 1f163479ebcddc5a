import { screen } from "@testing-library/react";
import { http } from "msw";
import { describe, expect, test } from "vitest";

import { accessibilityProblems } from "@/testing/axe";
import { problem } from "@/testing/problem";
import { showAgent, signedIn, write } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

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

  test("says each reason of a refusal, at its field or above all of them", async () => {
    openDesk();
    signedIn("agent");
    server.use(
      http.post("*/api/tickets", () =>
        problem(422, "invalid", {
          errors: [
            { field: "requester", code: "no_address", message: "no address" },
            { field: "attachments", code: "too_long", message: "at most 10", values: { max_length: 10 } },
            { field: "organization", code: "brand_new", message: "The moon is in the wrong house." },
          ],
        }),
      ),
    );
    const { user } = showAgent("/agent/new");
    const mail = await screen.findByLabelText(/E-mail of the requester/);
    await write(user, mail, "max@example.com");
    await write(user, screen.getByLabelText(/^Subject/), "Cannot hear callers");
    await write(user, screen.getByLabelText(/^Description/), "The headset is silent.");
    await user.click(screen.getByRole("button", { name: "Create ticket" }));
    const said = await screen.findByRole("alert");
    expect(said).toHaveTextContent("E-mail of the requester: Must be a mail address");
    expect(said).toHaveTextContent("Attachments: At most 10.");
    expect(said).toHaveTextContent("Something else: The moon is in the wrong house.");
    expect(mail).toHaveAccessibleDescription(/Must be a mail address/);
    expect(screen.getByLabelText(/choose files/)).toHaveAccessibleDescription(/At most 10/);
  });
});
