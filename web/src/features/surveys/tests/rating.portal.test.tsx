import { screen } from "@testing-library/react";
import { http } from "msw";
import { describe, expect, test } from "vitest";

import { accessibilityProblems } from "@/testing/axe";
import { LINK } from "@/testing/desk";
import { problem } from "@/testing/problem";
import { showPortal, write } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

describe("the question how it went", () => {
  test("is answered by the person and not by the link, and can be changed", async () => {
    const desk = openDesk();
    const { user } = showPortal(`/rating?rating=4#${LINK}`);
    expect(await screen.findByRole("radio", { name: /Good$/, checked: true })).toBeVisible();
    expect(desk.sent).toEqual([]);
    expect(await accessibilityProblems()).toEqual([]);
    await write(user, screen.getByLabelText(/tell us more/), "Quick and friendly");
    await user.click(screen.getByRole("button", { name: "Send rating" }));
    expect(await screen.findByText(/Your rating has arrived/)).toBeVisible();
    expect(desk.sent[0]?.body).toEqual({ rating: 4, comment: "Quick and friendly" });
    await user.click(screen.getByRole("radio", { name: /Very good/ }));
    await user.click(screen.getByRole("button", { name: "Change rating" }));
    expect(await screen.findByText(/Your rating has arrived/)).toBeVisible();
    expect(desk.sent.map(({ body }) => (body as { rating: number }).rating)).toEqual([4, 5]);
    expect(new Set(desk.sent.map(({ key }) => key)).size).toBe(2);
  });

  test("wants a choice, and says when it is over", async () => {
    const desk = openDesk();
    const { user, unmount } = showPortal(`/rating#${LINK}`);
    await user.click(await screen.findByRole("button", { name: "Send rating" }));
    expect(screen.getByText("Please choose one of the five.")).toBeVisible();
    expect(desk.sent).toEqual([]);
    unmount();
    server.use(http.get("*/api/portal/rating", () => problem(409, "survey_over")));
    showPortal(`/rating#${LINK}`);
    expect(await screen.findByText("This rating is closed")).toBeVisible();
  });
});
