import { screen, waitFor } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { beforeEach, expect, it } from "vitest";

import type { Person } from "@/api/settings-types";
import { accessibilityProblems } from "@/testing/axe";
import { LEAD } from "@/testing/builders";
import { problem } from "@/testing/problem";
import { showAgent, signedIn, write } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

const ANNA: Person = {
  ...{ id: "p-anna", name: "Anna Meier", email: "", phone: "+4940123456", role: "requester" },
  ...{ language: "en", timezone: "Asia/Kolkata", teams: [], organization: null, active: true },
  ...{ others: [], deeds: [] },
};
let saved: [string, unknown][];

beforeEach(() => {
  signedIn("agent");
  saved = [];
});

function desk(me?: typeof LEAD) {
  let person = ANNA;
  const change = async (request: Request, what: string) => {
    const body = (await request.json()) as Partial<Person>;
    saved.push([what, body]);
    return HttpResponse.json((person = { ...person, ...body }));
  };
  openDesk(me);
  server.use(
    http.get("*/api/people/p-anna", () => HttpResponse.json(person)),
    http.put("*/api/people/p-anna/contact", ({ request }) => change(request, "contact")),
    http.put("*/api/people/p-anna/organization", ({ request }) => change(request, "organization")),
  );
}

const shown = async (me?: typeof LEAD) => {
  desk(me);
  const page = showAgent("/agent/people/p-anna");
  expect(await screen.findByRole("heading", { level: 1, name: "Anna Meier" })).toBeVisible();
  return page;
};

it("says how somebody who called is reached, when it is there, and saves what is changed", async () => {
  const { user, container } = await shown();
  expect(screen.getByText(/^\d\d:\d\d \(Kolkata\)$/)).toBeVisible();
  await write(user, screen.getByLabelText("E-mail"), "anna@home.example");
  await user.click(screen.getByRole("button", { name: "Save contact" }));
  await waitFor(() => {
    expect(saved).toEqual([["contact", { email: "anna@home.example" }]]);
  });
  expect(await screen.findByRole("link", { name: "anna@home.example" })).toBeVisible();
  expect(screen.queryByLabelText("Organisation")).not.toBeInTheDocument();
  expect(await accessibilityProblems(container)).toEqual([]);
});

it("says at the field what is refused, and keeps what was typed", async () => {
  const { user } = await shown();
  const errors = [{ field: "phone", code: "no_phone", message: "is no phone number", values: {} }];
  server.use(http.put("*/api/people/p-anna/contact", () => problem(422, "invalid", { errors })));
  const phone = screen.getByLabelText("Phone");
  await user.clear(phone);
  await write(user, phone, "soon");
  await user.click(screen.getByRole("button", { name: "Save contact" }));
  await waitFor(() => {
    expect(phone).toBeInvalid();
  });
  expect(phone).toHaveValue("soon");
});

it("leads choose the organization", async () => {
  const { user } = await shown(LEAD);
  await user.click(screen.getByRole("combobox", { name: "Organisation" }));
  await user.click(await screen.findByRole("option", { name: "Demo GmbH" }));
  await user.click(screen.getByRole("button", { name: "Save contact" }));
  await waitFor(() => {
    expect(saved.map(([what]) => what)).toEqual(["organization"]);
  });
});

it("administrators say what somebody is called, and in which language and zone they are written to", async () => {
  const { user } = await shown({ ...LEAD, role: "admin" });
  const name = screen.getByLabelText(/^Name/);
  await user.clear(name);
  await write(user, name, "Anna Maria Meier");
  await user.click(screen.getByRole("combobox", { name: "Language" }));
  await user.click(await screen.findByRole("option", { name: "Deutsch" }));
  await user.click(screen.getByRole("button", { name: "Save contact" }));
  await waitFor(() => {
    expect(saved).toEqual([["contact", { name: "Anna Maria Meier", language: "de" }]]);
  });
  expect(screen.getByRole("combobox", { name: "Time zone" })).toHaveValue("Asia/Kolkata");
});

const OTHER: Person = {
  ...ANNA,
  ...{ id: "p-am", name: "A. M.", email: "anna@home.example", phone: null },
};

it("leads add another address of the same person, remove it, and read who did", async () => {
  const { user, container } = await shown(LEAD);
  const deed = { address: "anna@home.example", at: "2026-03-02T09:00:00Z", by: "p-lead", name: "Lea" };
  let known: Person = { ...ANNA, email: "anna@work.example", deeds: [{ ...deed, what: "added" }] };
  server.use(
    http.get("*/api/people/p-anna", () => HttpResponse.json(known)),
    http.put("*/api/people/p-anna/contact", async ({ request }) => {
      const wish = (await request.json()) as { add_address?: string };
      saved.push(["addresses", wish]);
      known = { ...known, others: wish.add_address === undefined ? [] : [wish.add_address] };
      return HttpResponse.json(known);
    }),
  );
  await write(user, screen.getByLabelText("Another address of the same person"), "anna@home.example");
  await user.click(screen.getByRole("button", { name: "Add address" }));
  expect(await screen.findByText("Lea added anna@home.example")).toBeInTheDocument();
  expect(await accessibilityProblems(container)).toEqual([]);
  await user.click(await screen.findByRole("button", { name: "Remove anna@home.example" }));
  await waitFor(() => {
    expect(saved).toEqual([
      ["addresses", { add_address: "anna@home.example" }],
      ["addresses", { remove_address: "anna@home.example" }],
    ]);
  });
  await waitFor(() => {
    expect(screen.queryByRole("link", { name: "anna@home.example" })).not.toBeInTheDocument();
  });
});

it("says whose address it is, and joins both when somebody says they are one", async () => {
  const { user, container } = await shown(LEAD);
  const errors = [{ field: "add_address", code: "address_taken", message: "", values: { name: "A. M." } }];
  server.use(
    http.get("*/api/people/anna%40home.example", () => HttpResponse.json(OTHER)),
    http.put("*/api/people/p-anna/contact", async ({ request }) => {
      const wish = (await request.json()) as { same_as?: string };
      if (wish.same_as === undefined) return problem(422, "invalid", { errors });
      saved.push(["joined", wish]);
      return HttpResponse.json({ ...ANNA, email: "anna@home.example" });
    }),
  );
  await write(user, screen.getByLabelText("Another address of the same person"), "anna@home.example");
  await user.click(screen.getByRole("button", { name: "Add address" }));
  const offer = await screen.findByRole("group", { name: /Are both the same person/ });
  expect(offer).toHaveTextContent("A. M.");
  expect(await accessibilityProblems(container)).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Join with Anna Meier" }));
  await waitFor(() => {
    expect(saved).toEqual([["joined", { same_as: "p-am" }]]);
  });
  expect(screen.queryByRole("group", { name: /Are both the same person/ })).not.toBeInTheDocument();
});

it("agents read the addresses alone", async () => {
  await shown();
  expect(screen.queryByLabelText("Another address of the same person")).not.toBeInTheDocument();
});
