import { http, HttpResponse } from "msw";

import type { Organization } from "../../api/types";
import type { Part } from "../../testing/desk.ts";

export const ORGANIZATIONS: Organization[] = ["Demo GmbH", "Harbour Logistics"].map((name) => ({
  ...{ id: name, name, plan: "gold", languages: ["de"], spoc: null, notes: "", domains: [], revision: 1 },
}));

export const organizationsPart: Part = () => [
  http.get("*/api/organizations", () => HttpResponse.json({ items: ORGANIZATIONS, cursor: null })),
];
