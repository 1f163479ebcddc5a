import { screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { describe, expect, test } from "vitest";

import { accessibilityProblems } from "@/testing/axe";
import { aTicket, REQUESTER } from "@/testing/builders";
import { problem } from "@/testing/problem";
import { showPortal, signedIn, write } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

import { FORM } from "../testing";

type User = ReturnType<typeof showPortal>["user"];

const send = (user: User) => user.click(screen.getByRole("button", { name: "Send request" }));

const field = () => screen.findByRole("combobox", { name: "What can we help you with?" });
const listed = () => within(screen.getByRole("listbox")).getAllByRole("option");
const offers = () => listed().map((option) => option.textContent);

const sayWho = async (user: User) => {
  await write(user, screen.getByLabelText("Your name"), "Erika Muster");
  await write(user, screen.getByLabelText("Your e-mail address"), "erika@example.com");
};

describe("the first page", () => {
  test("answers while one types, with writing to us as the last", async () => {
    openDesk();
    const { user } = showPortal("/");
    await user.type(await field(), "p");
    expect(screen.queryByRole("listbox")).toBeNull();
    await user.type(await field(), "rinter");
    expect(offers()).toEqual(["Computer or printerForm", "Ask us about “printer”"]);
    expect(await field()).toHaveAttribute("aria-activedescendant", listed()[0]?.id);
    await user.clear(await field());
    await user.type(await field(), "parking");
    expect(offers()).toEqual(["Ask us about “parking”"]);
    expect(await accessibilityProblems()).toEqual([]);
  });

  test("a question of a topic is found, too", async () => {
    openDesk();
    const { user } = showPortal("/");
    await user.type(await field(), "wet");
    expect(offers()[0]).toBe("Computer or printerForm");
  });

  test("Enter takes the first, and the words come along", async () => {
    openDesk();
    const { user } = showPortal("/");
    await user.type(await field(), "printer broken{Enter}");
    expect(await screen.findByRole("heading", { name: "Computer or printer" })).toBeVisible();
    expect(screen.getByLabelText("In a few words")).toHaveValue("printer broken");
  });

  test("what no topic knows goes to the plain form; a long text is its description", async () => {
    openDesk();
    const { user } = showPortal("/");
    const long = `In the canteen ${"somebody sits and sings ".repeat(6)}`.trim();
    await user.click(await field());
    await user.paste(long);
    await user.keyboard("{ArrowUp}{Enter}");
    expect(await screen.findByLabelText("What happened?")).toHaveValue(long);
    expect(screen.getByLabelText<HTMLInputElement>("In a few words").value).toMatch(/^In the canteen .* …$/);
  });

  test("shows what one has asked before and is still open", async () => {
    const desk = openDesk(REQUESTER);
    desk.tickets.clear();
    desk.tickets.set("HD-1", aTicket({ id: "HD-1", subject: "Open one" }));
    desk.tickets.set("HD-2", aTicket({ id: "HD-2", subject: "Old one", state: "closed", phase: "closed" }));
    signedIn("portal");
    showPortal("/");
    const mine = await screen.findByRole("region", { name: "Your open requests" });
    expect(within(mine).getByText("Open one")).toBeVisible();
    expect(within(mine).queryByText("Old one")).toBeNull();
  });

  test("a desk without topics has the plain form there", async () => {
    openDesk();
    server.use(http.get("*/api/portal/form", () => HttpResponse.json({ ...FORM, topics: [] })));
    showPortal("/");
    expect(await screen.findByLabelText("What happened?")).toBeVisible();
    expect(screen.queryByRole("combobox", { name: "What can we help you with?" })).toBeNull();
    expect(screen.queryByRole("link", { name: /All topics/ })).toBeNull();
  });
});

describe("the form of a topic", () => {
  test("the next question appears by the answer, and what is sent are the answers to what is asked", async () => {
    const desk = openDesk();
    const { user } = showPortal("/");
    await user.click(await screen.findByRole("link", { name: "Computer or printer" }));
    const printer = await screen.findByRole("radio", { name: "Printer" });
    expect(screen.queryByLabelText("Where does the printer stand?")).toBeNull();
    await user.click(printer);
    await write(user, screen.getByLabelText("Where does the printer stand?"), "2nd floor");
    await user.click(screen.getByRole("radio", { name: "No" }));
    await write(user, screen.getByLabelText("In a few words"), "Blank pages");
    await sayWho(user);
    expect(await accessibilityProblems()).toEqual([]);
    await send(user);

    expect(await screen.findByRole("heading", { name: "Thank you, we have it." })).toHaveFocus();
    expect(desk.sent.map(({ body }) => body)).toEqual([
      {
        form_token: FORM.form_token,
        name: "Erika Muster",
        email: "erika@example.com",
        subject: "Blank pages",
        description: "",
        topic: "device",
        answers: { which: "printer", place: "2nd floor", wet: false },
        language: "en",
      },
    ]);
    expect(window.localStorage.getItem("helpdesk.draft.request")).toBeNull();
  });

  test("an answer that is no longer asked for stays behind", async () => {
    const desk = openDesk();
    const { user } = showPortal("/new/device");
    await user.click(await screen.findByRole("radio", { name: "Printer" }));
    await write(user, screen.getByLabelText("Where does the printer stand?"), "2nd floor");
    await user.click(screen.getByRole("radio", { name: "Computer" }));
    await write(user, screen.getByLabelText("In a few words"), "Blank");
    await sayWho(user);
    await send(user);
    await screen.findByRole("heading", { name: "Thank you, we have it." });
    expect(desk.sent[0]?.body).toMatchObject({ answers: { which: "computer" } });
  });

  test("at most three questions without an answer are in sight; going on stands at the next", async () => {
    openDesk();
    const { user } = showPortal("/new/access");
    await screen.findByLabelText("What do you need access to?");
    expect(screen.queryByLabelText(/For how many people/)).toBeNull();
    expect(screen.queryByRole("button", { name: "Send request" })).toBeNull();
    await user.click(screen.getByRole("button", { name: "Go on" }));
    expect(screen.getAllByText("Please answer this question.")).not.toHaveLength(0);
    await write(user, screen.getByLabelText("What do you need access to?"), "Payroll");
    expect(await screen.findByLabelText(/For how many people/)).toBeVisible();
    await user.clear(screen.getByLabelText("What do you need access to?"));
    await write(user, screen.getByLabelText("What do you need access to?"), "Pay");
    expect(screen.getByRole("button", { name: "Send request" })).toBeVisible();
  });

  test("names what is missing, each with the way to it", async () => {
    const desk = openDesk();
    const { user } = showPortal("/new/device");
    await user.click(await screen.findByRole("radio", { name: "Printer" }));
    await send(user);
    const [summary] = screen.getAllByRole("alert");
    await waitFor(() => {
      expect(summary).toHaveFocus();
    });
    expect(summary).toHaveTextContent("Please look at 4 fields again.");
    await user.click(screen.getByRole("button", { name: "Where does the printer stand?" }));
    expect(screen.getByLabelText("Where does the printer stand?")).toHaveFocus();
    expect(desk.sent).toHaveLength(0);
  });

  test("a day is asked in the words of the page, and one that the calendar lacks is named", async () => {
    const desk = openDesk(REQUESTER);
    signedIn("portal");
    const { user } = showPortal("/new/access");
    await write(user, await screen.findByLabelText("What do you need access to?"), "Payroll");
    const day = screen.getByRole("group", { name: /From which day on/ });
    await write(user, within(day).getByLabelText("Day"), "31");
    await user.selectOptions(within(day).getByLabelText("Month"), "November");
    await write(user, within(day).getByLabelText("Year"), "2026");
    await write(user, screen.getByLabelText("In a few words"), "Payroll, please");
    expect(await accessibilityProblems()).toEqual([]);
    await send(user);
    expect(within(day).getByText(/a day that exists/)).toBeVisible();
    await user.selectOptions(within(day).getByLabelText("Month"), "December");
    await send(user);
    await screen.findByRole("heading", { name: "Thank you, we have it." });
    expect(desk.sent[0]?.body).toMatchObject({ answers: { to: "Payroll", from: "2026-12-31" } });
  });

  test("who is signed in is not asked who they are", async () => {
    const desk = openDesk(REQUESTER);
    signedIn("portal");
    const { user } = showPortal("/new/device");
    await user.click(await screen.findByRole("radio", { name: "Computer" }));
    expect(screen.getByText(`You are writing as ${REQUESTER.name} (${REQUESTER.email}).`)).toBeVisible();
    await write(user, screen.getByLabelText("In a few words"), "Dark screen");
    await write(user, screen.getByLabelText(/Number on the device/), "INV 7");
    await send(user);
    await screen.findByRole("heading", { name: "Thank you, we have it." });
    expect(desk.sent[0]).toMatchObject({
      path: "/api/tickets",
      body: { topic: "device", answers: { which: "computer" }, assets: ["INV 7"] },
    });
  });

  test("what the service refuses is told at its question, and the questions are had anew", async () => {
    openDesk();
    let asked = 0;
    server.use(
      http.get("*/api/portal/form", () => {
        asked += 1;
        return HttpResponse.json(FORM);
      }),
      http.post("*/api/portal/tickets", () =>
        problem(422, "invalid", {
          errors: [{ field: "answers.which", code: "no_choice", message: "is not among them", values: {} }],
        }),
      ),
    );
    const { user } = showPortal("/new/device");
    await user.click(await screen.findByRole("radio", { name: "Computer" }));
    await write(user, screen.getByLabelText("In a few words"), "Dark screen");
    await sayWho(user);
    await send(user);
    expect(
      await screen.findAllByText(/This is not among the answers to choose from/, undefined, {
        timeout: 4000,
      }),
    ).not.toHaveLength(0);
    await waitFor(() => {
      expect(asked).toBe(2);
    });
    expect(screen.getByLabelText("In a few words")).toHaveValue("Dark screen");
  });

  test("what was answered is there after a reload", async () => {
    openDesk();
    const { user, unmount } = showPortal("/new/device");
    await user.click(await screen.findByRole("radio", { name: "Printer" }));
    await write(user, screen.getByLabelText("Where does the printer stand?"), "Hall");
    unmount();
    showPortal("/new/device");
    expect(await screen.findByLabelText("Where does the printer stand?")).toHaveValue("Hall");
  });

  test("a topic that is gone says so, and the plain form takes the words", async () => {
    openDesk();
    showPortal("/new/toaster");
    expect(await screen.findByText(/This topic is no longer there/)).toBeVisible();
    expect(screen.getByLabelText("What happened?")).toBeVisible();
  });
});
