import { screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { afterEach, describe, expect, test } from "vitest";

import type { SearchHit, Ticket } from "@/api/types";
import { accessibilityProblems } from "@/testing/axe";
import { cardOf } from "@/testing/builders";
import { problem } from "@/testing/problem";
import { showAgent, signedIn, write } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

import { closeCall } from "../call";

afterEach(closeCall);

async function called(address = "/agent/mine") {
  const desk = openDesk();
  signedIn("agent");
  const shown = showAgent(address);
  if (address === "/agent/mine") {
    await screen.findByRole("heading", { name: "My tickets" });
    await shown.user.keyboard("c");
  }
  return { desk, ...shown, sheet: await screen.findByRole("dialog") };
}

const field = (name: RegExp) => screen.findByRole("textbox", { name });

const alike = (ticket: Ticket): SearchHit => ({
  ...{ kind: "ticket", id: ticket.id, created_at: ticket.created_at, at: ticket.updated_at },
  ...{ title: [{ text: ticket.subject, marked: false }], snippet: [], ticket: cardOf(ticket) },
});

describe("a call", () => {
  test("that says what an open ticket of somebody else says is added to it as a note, by one press", async () => {
    const { desk, user, sheet } = await called();
    const [there] = [...desk.tickets.values()].filter(({ requester }) => requester.id !== "p-anna");
    if (there === undefined) throw new Error("no ticket");
    const asked: URLSearchParams[] = [];
    server.use(
      http.get("*/api/alike-tickets", ({ request }) => {
        asked.push(new URL(request.url).searchParams);
        return HttpResponse.json({ items: [alike(there)] });
      }),
    );
    await user.keyboard("anna{Enter}");
    await write(user, await field(/What/), "Printer on fire");
    const add = await within(sheet).findByRole("button", { name: `Add a note to ${there.id}` });
    expect(within(sheet).getByText(/^An open ticket says something like this/)).toBeVisible();
    expect(asked.map((one) => [one.get("text"), one.get("requester")])).toEqual([
      ["Printer on fire", "p-anna"],
    ]);
    expect(await accessibilityProblems(add.parentElement ?? sheet)).toEqual([]);
    await user.click(add);
    expect(await screen.findByText(`Added to ${there.id}.`)).toBeVisible();
    expect(desk.sent).toMatchObject([
      {
        path: `/api/tickets/${there.id}/messages`,
        body: { visibility: "internal", body: "Also from Anna Meier (+4940123456):\n\nPrinter on fire" },
      },
    ]);
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  test("of somebody known is taken by the keyboard alone", async () => {
    const { desk, user, sheet } = await called();
    expect(await field(/Who/)).toHaveFocus();
    expect(within(sheet).getByRole("timer")).toHaveTextContent(/^0:0\d$/);
    await user.keyboard("jonas{Enter}");
    expect(await within(sheet).findByText(/Acme GmbH · gold · Deutsch/)).toBeVisible();
    await waitFor(async () => {
      expect(await field(/What/)).toHaveFocus();
    });
    expect(
      await accessibilityProblems(
        within(sheet)
          .getByText(/Acme GmbH/)
          .closest("[class*=form]") ?? sheet,
      ),
    ).toEqual([]);
    await user.keyboard("Cannot hear callers{Enter}The headset is silent.{Control>}{Enter}{/Control}");
    expect(await screen.findByRole("heading", { name: "Cannot hear callers" })).toBeVisible();
    expect(desk.sent[0]?.body).toMatchObject({
      requester: "requester@demo.example",
      channel: "phone",
      language: "de",
      subject: "Cannot hear callers",
      description: "The headset is silent.",
    });
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  test("of who is known without an address names them by their id", async () => {
    const { desk, user, sheet } = await called();
    await user.keyboard("anna{Enter}");
    expect(await within(sheet).findByText(/nothing is mailed/)).toBeVisible();
    expect(within(sheet).getByText("Anna Meier")).toBeVisible();
    await write(user, await field(/What/), "Mute");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await screen.findByRole("heading", { name: "Mute" });
    expect(desk.sent[0]?.body).toMatchObject({ requester: { person: "p-anna" }, description: "Mute" });
  });

  test.each([
    ["Zoe Neu", "030 1234", { name: "Zoe Neu", phone: "030 1234" }],
    ["Zoe Neu", "", { name: "Zoe Neu" }],
    ["zoe@new.example", "Zoe", { name: "Zoe", email: "zoe@new.example" }],
  ])("of somebody new, %s", async (typed, more, requester) => {
    const { desk, user, sheet } = await called();
    await user.keyboard(`${typed}{Enter}`);
    await within(sheet).findByText("Somebody new");
    if (more !== "") await user.keyboard(more);
    await write(user, await field(/What/), "Mute");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await screen.findByRole("heading", { name: "Mute" });
    expect(desk.sent[0]?.body).toMatchObject({ requester });
  });

  test("that is solved on the phone is one request, and one stays where one was", async () => {
    const { desk, user } = await called();
    await user.keyboard("jonas{Enter}");
    await write(user, await field(/What/), "Password");
    await user.keyboard("{Control>}{Shift>}{Enter}{/Shift}{/Control}");
    expect(await screen.findByText(/is noted as solved/)).toBeVisible();
    expect(desk.sent).toMatchObject([{ path: "/api/tickets", body: { solved: true } }]);
    expect(screen.getByRole("heading", { name: "My tickets" })).toBeVisible();
  });

  test("about an open ticket is added to it, as its requester's words", async () => {
    const { desk, user, sheet } = await called();
    await user.keyboard("jonas{Enter}");
    const about = await within(sheet).findByRole("group", { name: /about one of these/ });
    const [open] = within(about).getAllByRole("button");
    await user.click(open ?? about);
    await write(user, await field(/What they said/), "It is worse.");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => {
      expect(desk.sent).toHaveLength(1);
    });
    expect(desk.sent[0]?.path).toMatch(/HD-\w+\/messages$/);
    expect(desk.sent[0]?.body).toEqual({ body: "It is worse.", channel: "phone" });
  });

  test("is kept by Escape, with who it is", async () => {
    const { user, sheet } = await called();
    await user.keyboard("jonas{Enter}");
    await within(sheet).findByText(/Acme GmbH/);
    await write(user, await field(/What/), "Half a sen");
    await user.keyboard("{Escape}");
    await waitFor(() => {
      expect(screen.queryByRole("dialog")).toBeNull();
    });
    await user.keyboard("c");
    expect(await field(/What/)).toHaveValue("Half a sen");
    expect(screen.getByText(/Acme GmbH/)).toBeVisible();
  });

  test("has an address, which shows it above the list one came from", async () => {
    await called("/agent/new");
    expect(await screen.findByRole("heading", { name: "My tickets" })).toBeInTheDocument();
    expect(window.location.pathname).toBe("/agent/mine");
  });

  test("names what is missing", async () => {
    const { user } = await called();
    await user.click(await screen.findByRole("button", { name: "Create ticket" }));
    expect(await screen.findAllByText("This is needed.")).not.toHaveLength(0);
    expect(await field(/Who/)).toHaveFocus();
    expect(await field(/Who/)).toHaveAccessibleDescription("This is needed.");
    expect(await field(/What/)).toHaveAccessibleDescription("This is needed.");
  });

  test("that is not taken keeps everything, and says why at its field", async () => {
    const { user, sheet } = await called();
    server.use(
      http.post("*/api/tickets", () =>
        problem(422, "invalid", {
          errors: [
            { field: "requester.phone", code: "no_phone", message: "no phone number" },
            { field: "organization", code: "brand_new", message: "The moon is in the wrong house." },
          ],
        }),
      ),
    );
    await user.keyboard("Zoe{Enter}");
    await within(sheet).findByText("Somebody new");
    await user.keyboard("5");
    await write(user, await field(/What/), "Mute");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(async () => {
      expect(await field(/Phone or e-mail/)).toHaveAccessibleDescription(/Is no phone number/);
    });
    expect(screen.getByRole("alert")).toHaveTextContent("The moon is in the wrong house.");
    expect(await field(/What/)).toHaveValue("Mute");
  });

  test("goes on while nobody can be looked for", async () => {
    server.use(http.get("*/api/people", () => HttpResponse.error()));
    const { user, sheet } = await called();
    server.use(http.get("*/api/people", () => HttpResponse.error()));
    await user.keyboard("Zoe{Enter}");
    expect(await within(sheet).findByText("Somebody new")).toBeVisible();
  });
});

test("a ticket is called about by its key", async () => {
  openDesk();
  signedIn("agent");
  const { user } = showAgent("/agent/mine");
  const list = await screen.findByRole("grid");
  const [row] = await within(list).findAllByRole("link");
  await user.click(row ?? list);
  await screen.findByRole("heading", { level: 1 });
  await user.keyboard("l");
  const sheet = await screen.findByRole("dialog");
  expect(within(sheet).getByRole("textbox", { name: /What they said/ })).toHaveFocus();
  expect(within(sheet).getByRole("button", { name: /Add to HD-/ })).toBeVisible();
});
