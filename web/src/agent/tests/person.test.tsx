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
