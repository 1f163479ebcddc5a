import { queryOptions, useQuery } from "@tanstack/react-query";

import type { Organization } from "@/api/settings-types";
import { api } from "@/lib/api-client";
import { isProblem } from "@/lib/problem";

/** One that is not there yet: saving it makes it. */
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
      api
        .get("/api/organizations/{organization_id}", { path: { organization_id: id } })
        .catch((error: unknown) => {
          if (isProblem(error, 404)) return blank(id);
          throw error;
        }),
  });

export const useOrganization = (id: string) => useQuery(organizationQuery(id));
