import { queryOptions, useQuery } from "@tanstack/react-query";

import type { Organization } from "@/api/settings-types";
import { api } from "@/lib/api-client";
import { orBlank } from "@/lib/or-blank";

const blank = (id: string): Organization => ({
  id,
  name: "",
  plan: null,
  domains: [],
  languages: [],
  spoc: null,
  notes: "",
  revision: 0,
});

export const organizationQuery = (id: string) =>
  queryOptions({
    queryKey: ["organizations", "one", id],
    queryFn: () =>
      orBlank(api.get("/api/organizations/{organization_id}", { path: { organization_id: id } }), blank(id)),
  });

export const useOrganization = (id: string) => useQuery(organizationQuery(id));
