import { screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { describe, expect, test } from "vitest";

import { accessibilityProblems } from "@/testing/axe";
import { setProductClock } from "@/lib/product-clock";
import { at, cardOf, NOW, REQUESTER } from "@/testing/builders";
import { problem } from "@/testing/problem";
import { showPortal, signedIn, write } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

import { FORM } from "../testing";

type User = ReturnType<typeof showPortal>["user"];

async function fillIn(user: User) {
  await write(user, await screen.findByLabelText("Your name"), "Erika Muster");
  await write(user, screen.getByLabelText("Your e-mail address"), "erika@example.com");
  await write(user, screen.getByLabelText("In a few words"), "Blank pages");
  await write(user, screen.getByLabelText("What happened?"), "The printer prints nothing.");
}

const send = (user: User) => user.click(screen.getByRole("button", { name: "Send request" }));

describe("the request form", () => {
  test("shows who is signed in what they asked for already, and adds to it by one press", async () => {
    const desk = openDesk();
    signedIn("portal");
    const [there] = [...desk.tickets.values()].filter(({ requester }) => requester.id === REQUESTER.id);
    if (there === undefined) throw new Error("no ticket");
    const hit = {
      ...{ kind: "ticket", id: there.id, created_at: there.created_at, at: there.updated_at },
      ...{ title: [{ text: there.subject, marked: false }], snippet: [], ticket: cardOf(there) },
    };
    server.use(http.get("*/api/alike-tickets", () => HttpResponse.json({ items: [hit] })));
    const { user } = showPortal("/new");
    await write(user, await screen.findByLabelText("In a few words"), "Blank pages");
    await write(user, screen.getByLabelText("What happened?"), "It prints nothing.");
    const add = await screen.findByRole("button", { name: `Add what you wrote to ${there.id}` });
    expect(screen.getByRole("link", { name: there.subject })).toHaveAttribute("href", `/tickets/${there.id}`);
    expect(await accessibilityProblems(add.parentElement ?? document.body)).toEqual([]);
    await user.click(add);
    expect(await screen.findByRole("heading", { name: "Thank you, we have it." })).toBeVisible();
    expect(desk.sent).toMatchObject([
      {
        path: `/api/tickets/${there.id}/messages`,
        body: { body: "Blank pages\n\nIt prints nothing." },
      },
    ]);
    expect(window.localStorage.getItem("helpdesk.draft.request")).toBeNull();
  });

  test("sends the request, shows its number, and says where the way to it went", async () => {
    const desk = openDesk();
    setProductClock(NOW);
    const { user } = showPortal("/new");
    await fillIn(user);
    await user.click(screen.getByLabelText("Several people"));
    await send(user);

    expect(await screen.findByRole("heading", { name: "Thank you, we have it." })).toHaveFocus();
    expect(screen.getByText(/A mail is on its way to erika@example.com/)).toBeVisible();
    expect(screen.getByText(/^You will hear from us by today \d\d:00\.$/)).toHaveAttribute(
      "datetime",
      at(180),
    );
    expect(screen.getByRole("link", { name: "What you sent" })).toHaveAttribute("href", "/sent#signed-link");
    expect(screen.queryByRole("link", { name: "Open the status page" })).toBeNull();
    expect(desk.sent).toEqual([
      expect.objectContaining({
        path: "/api/portal/tickets",
        body: {
          form_token: FORM.form_token,
          name: "Erika Muster",
          email: "erika@example.com",
          subject: "Blank pages",
          description: "The printer prints nothing.",
          impact: "medium",
          urgency: "medium",
          language: "en",
        },
      }),
    ]);
    expect(window.localStorage.getItem("helpdesk.draft.request")).toBeNull();
  });

  test("names what is missing above the form, from where the keyboard is led to each", async () => {
    const desk = openDesk();
    const { user } = showPortal("/new");
    await write(user, await screen.findByLabelText("Your e-mail address"), "erika(at)example.com");
    await send(user);

    expect(await screen.findByText("Please tell us your name.")).toBeVisible();
    expect(screen.getByLabelText("Your e-mail address")).toHaveAccessibleDescription(/does not look like/);
    const [summary] = screen.getAllByRole("alert");
    await waitFor(() => {
      expect(summary).toHaveFocus();
    });
    expect(summary).toHaveTextContent("Please look at 4 fields again.");
    await user.click(screen.getByRole("button", { name: "Your name" }));
    expect(screen.getByLabelText("Your name")).toHaveFocus();
    expect(desk.sent).toHaveLength(0);
  });

  test("shows which field the service refused", async () => {
    openDesk();
    server.use(
      http.post("*/api/portal/tickets", () =>
        problem(422, "invalid", {
          errors: [{ field: "email", code: "other_letters", message: "has ö", values: { sign: "ö" } }],
        }),
      ),
    );
    const { user } = showPortal("/new");
    await fillIn(user);
    await send(user);
    expect(await screen.findByText("Please look at one field again.")).toBeVisible();
    expect(screen.getByLabelText("Your e-mail address")).toBeInvalid();
    expect(screen.getByLabelText("Your e-mail address")).toHaveAccessibleDescription(/Has ö before the @/);
  });

  test("says in words what the service refused where the form has no field", async () => {
    openDesk();
    server.use(
      http.post("*/api/portal/tickets", () =>
        problem(422, "invalid", {
          errors: [
            { field: "attachments", code: "too_long", message: "at most 10", values: { max_length: 10 } },
            { field: "attachments.2.name", code: "string_too_short", message: "empty" },
            { field: "nowhere.here", code: "brand_new", message: "The moon is in the wrong house." },
          ],
        }),
      ),
    );
    const { user } = showPortal("/new");
    await fillIn(user);
    await send(user);
    const said = await screen.findByRole("alert");
    expect(said).toHaveTextContent("Attachments: At most 10.");
    expect(said).toHaveTextContent("Attachments: Something must be written here.");
    expect(said).toHaveTextContent("Something else: The moon is in the wrong house.");
    expect(said).not.toHaveTextContent("nowhere");
    expect(screen.getByLabelText(/choose files/)).toHaveAccessibleDescription(/At most 10/);
    await user.click(within(said).getAllByRole("button", { name: "Attachments" })[0] ?? said);
    expect(screen.getByLabelText(/choose files/)).toHaveFocus();
    expect(said.compareDocumentPosition(screen.getByLabelText("Your name"))).toBe(
      Node.DOCUMENT_POSITION_FOLLOWING,
    );
  });

  test("says at choosing that there are too many files, and sends what is put in their place", async () => {
    const desk = openDesk();
    const { user } = showPortal("/new");
    await fillIn(user);
    const files = Array.from({ length: 11 }, (_, at) => new File(["log"], `log-${at}.txt`));
    await user.upload(screen.getByLabelText(/choose files/), files);
    expect(await screen.findByText("one too many: at most 10 files")).toBeVisible();
    await waitFor(() => {
      expect(screen.getAllByText("uploaded")).toHaveLength(10);
    });
    await send(user);
    expect(desk.sent).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Remove log-3.txt" }));
    await waitFor(() => {
      expect(screen.getAllByText("uploaded")).toHaveLength(10);
    });
    expect(screen.queryByText(/too many/)).toBeNull();
    await send(user);
    await screen.findByText("Thank you, we have it.");
    const { attachments } = desk.sent[0]?.body as { attachments: { name: string }[] };
    expect(attachments.map(({ name }) => name)).toEqual(
      files.map(({ name }) => name).filter((name) => name !== "log-3.txt"),
    );
  });

  test("says at choosing why the service takes a file in no case", async () => {
    openDesk();
    server.use(
      http.post("*/api/portal/uploads", () =>
        problem(422, "invalid", {
          errors: [{ field: "name", code: "string_too_long", message: "long", values: { max_length: 255 } }],
        }),
      ),
    );
    const { user } = showPortal("/new");
    await user.upload(await screen.findByLabelText(/choose files/), new File(["log"], "log.txt"));
    expect(await screen.findByText("At most 255 characters.")).toBeVisible();
    expect(screen.queryByRole("button", { name: "Send log.txt again" })).toBeNull();
    expect(screen.getByRole("button", { name: "Remove log.txt" })).toBeVisible();
  });

  test("cuts a long name of a file in the middle and keeps it whole for who listens", async () => {
    openDesk();
    const { user } = showPortal("/new");
    const name = `${"a-very-long-name-".repeat(12)}of-march.pdf`;
    await user.upload(await screen.findByLabelText(/choose files/), new File(["log"], name));
    const shown = screen.getByTitle(name);
    expect(shown).toHaveTextContent(name);
    expect(shown.lastElementChild).toHaveTextContent(/march\.pdf$/);
    expect(shown.lastElementChild?.textContent.length).toBeLessThan(20);
  });

  test("says how long to wait after too many requests, and keeps every word", async () => {
    openDesk();
    server.use(
      http.post("*/api/portal/tickets", () => problem(429, "rate_limited", {}, { "retry-after": "120" })),
    );
    const { user } = showPortal("/new");
    await fillIn(user);
    await send(user);
    expect(await screen.findByText(/try again in 2 m 00 s/)).toBeVisible();
    expect(screen.getByLabelText("What happened?")).toHaveValue("The printer prints nothing.");
  });

  test("sends the same words again under the same key, other words under a new one", async () => {
    openDesk();
    const keys: (string | null)[] = [];
    server.use(
      http.post("*/api/portal/tickets", ({ request }) => {
        keys.push(request.headers.get("idempotency-key"));
        return HttpResponse.error();
      }),
    );
    const { user } = showPortal("/new");
    await fillIn(user);
    await send(user);
    await screen.findByText(/does not answer/);
    await send(user);
    await waitFor(() => {
      expect(keys).toHaveLength(2);
    });
    await write(user, screen.getByLabelText("What happened?"), " At all.");
    await send(user);
    await waitFor(() => {
      expect(keys).toHaveLength(3);
    });
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[0]);
  });

  test("opens a new form session when the old one has run out", async () => {
    const desk = openDesk();
    server.use(http.post("*/api/portal/tickets", () => problem(400, "form_expired"), { once: true }));
    const { user } = showPortal("/new");
    await fillIn(user);
    await send(user);
    expect(await screen.findByText("Thank you, we have it.", {}, { timeout: 5_000 })).toBeVisible();
    expect(desk.sent).toHaveLength(1);
  });

  test("keeps what was typed over a reload", async () => {
    openDesk();
    const { user, unmount } = showPortal("/new");
    await write(user, await screen.findByLabelText("In a few words"), "Half a thought");
    unmount();
    showPortal("/new");
    expect(await screen.findByLabelText("In a few words")).toHaveValue("Half a thought");
  });

  test("sends chosen files with the request, and refuses empty ones", async () => {
    const desk = openDesk();
    const { user } = showPortal("/new");
    await fillIn(user);
    const input = screen.getByLabelText(/choose files/);
    await user.upload(input, [
      new File(["log"], "log.txt", { type: "text/plain" }),
      new File([], "empty.txt"),
    ]);
    const list = await screen.findByRole("list", { name: "Attachments" });
    expect(await within(list).findByText("uploaded")).toBeVisible();
    expect(within(list).getByText("is empty")).toBeVisible();
    await send(user);
    expect(desk.sent).toHaveLength(0);
    await user.click(screen.getByRole("button", { name: "Remove empty.txt" }));
    await send(user);
    await screen.findByText("Thank you, we have it.");
    expect(desk.sent[0]?.body).toMatchObject({
      attachments: [{ name: "log.txt", size: 3, type: "text/plain" }],
    });
  });

  test("sends files again that belong to a form session which ran out", async () => {
    const desk = openDesk();
    const asked: unknown[] = [];
    let forms = 0;
    server.use(
      http.get("*/api/portal/form", () => {
        forms += 1;
        return HttpResponse.json({ ...FORM, form_token: `form-${forms}` });
      }),
      http.post("*/api/portal/uploads", async ({ request }) => {
        asked.push(((await request.clone().json()) as { form_token: string }).form_token);
        return undefined;
      }),
      http.post("*/api/portal/tickets", () => problem(400, "form_expired"), { once: true }),
    );
    const { user } = showPortal("/new");
    await fillIn(user);
    await user.upload(screen.getByLabelText(/choose files/), new File(["log"], "log.txt"));
    await screen.findByText("uploaded");
    await send(user);
    await screen.findByText("Thank you, we have it.");
    expect(asked).toEqual(["form-1", "form-2"]);
    expect(desk.sent[0]?.body).toMatchObject({ form_token: "form-2", attachments: [{ name: "log.txt" }] });
  });

  test("asks nothing the service knows of somebody who is signed in", async () => {
    const desk = openDesk(REQUESTER);
    signedIn("portal");
    const { user } = showPortal("/new");
    expect(
      await screen.findByText(`You are writing as ${REQUESTER.name} (${REQUESTER.email}).`),
    ).toBeVisible();
    await write(user, screen.getByLabelText("In a few words"), "Blank pages");
    await write(user, screen.getByLabelText("What happened?"), "Nothing is printed.");
    await send(user);
    expect(await screen.findByRole("link", { name: "Open the status page" })).toHaveAttribute(
      "href",
      expect.stringMatching(/^\/tickets\/HD-/),
    );
    expect(desk.sent[0]?.path).toBe("/api/tickets");
  });

  test("has no accessibility problems", async () => {
    openDesk();
    const { user } = showPortal("/new");
    await screen.findByText("Computer, phone, printer");
    await send(user);
    expect(await accessibilityProblems()).toEqual([]);
  });
});

describe("files and a reload", () => {
  const smoke = new File(["smoke"], "smoke.png", { type: "image/png" });
  const chosen = async (user: User) => {
    await user.upload(await screen.findByLabelText(/choose files/), smoke);
    expect(await screen.findByText("uploaded")).toBeVisible();
  };
  const names = () => screen.getAllByRole("listitem").map((row) => row.textContent);

  test("what was uploaded is sent with the form after it, by the same form session", async () => {
    const desk = openDesk();
    const { user, unmount } = showPortal("/new");
    await fillIn(user);
    await chosen(user);
    unmount();

    server.use(http.get("*/api/portal/form", () => HttpResponse.json({ ...FORM, form_token: "form-2" })));
    const after = showPortal("/new");
    expect(await screen.findByText("uploaded")).toBeVisible();
    await send(after.user);
    expect(await screen.findByRole("heading", { name: "Thank you, we have it." })).toBeVisible();
    expect(desk.sent.at(-1)?.body).toMatchObject({
      form_token: "form-1",
      attachments: [{ name: "smoke.png", size: 5, type: "image/png" }],
    });
    expect(Object.keys(window.localStorage).filter((key) => key.includes("draft.request"))).toEqual([]);
  });

  test("what had not arrived keeps its name, and is chosen again", async () => {
    openDesk();
    server.use(http.post("*/store", () => HttpResponse.error()));
    const { user, unmount } = showPortal("/new");
    await user.upload(await screen.findByLabelText(/choose files/), smoke);
    expect(await screen.findByText("could not be uploaded")).toBeVisible();
    unmount();

    server.use(http.post("*/store", () => new HttpResponse(null, { status: 204 })));
    const after = showPortal("/new");
    expect(await screen.findByText("choose it again")).toBeVisible();
    expect(names().join()).toContain("smoke.png");
    await chosen(after.user);
    expect(screen.queryByText("choose it again")).toBeNull();
  });

  test("whose form session ran out meanwhile is not sent without its files", async () => {
    const desk = openDesk();
    const { user, unmount } = showPortal("/new");
    await fillIn(user);
    await chosen(user);
    unmount();

    server.use(
      http.get("*/api/portal/form", () => HttpResponse.json({ ...FORM, form_token: "form-2" })),
      http.post("*/api/portal/tickets", async ({ request }) => {
        const { form_token } = (await request.clone().json()) as { form_token: string };
        return form_token === "form-1" ? problem(400, "form_expired") : undefined;
      }),
    );
    const after = showPortal("/new");
    await screen.findByText("uploaded");
    await send(after.user);
    expect(await screen.findByText("choose it again", undefined, { timeout: 4_000 })).toBeVisible();
    expect(desk.sent).toEqual([]);
    await chosen(after.user);
    await send(after.user);
    expect(await screen.findByRole("heading", { name: "Thank you, we have it." })).toBeVisible();
    expect(desk.sent.at(-1)?.body).toMatchObject({
      form_token: "form-2",
      attachments: [{ name: "smoke.png" }],
    });
  });
});
