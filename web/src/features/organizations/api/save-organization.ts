import { useMutation, useQueryClient } from "@tanstack/react-query";

import type { OrganizationPlan } from "@/api/settings-types";
import { api } from "@/lib/api-client";
import { isProblem } from "@/lib/problem";

import { organizationQuery } from "./get-organization";

interface Wish {
  plan: OrganizationPlan;
  revision: number;
}

export function useSaveOrganization(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ plan, revision }: Wish) =>
      api.put("/api/organizations/{organization_id}", {
        path: { organization_id: id },
        body: plan,
        ifMatch: revision,
      }),
    onSuccess: (saved) => {
      client.setQueryData(organizationQuery(id).queryKey, saved);
      void client.invalidateQueries({ queryKey: ["organizations"] });
    },
    onError: (error) => {
      if (isProblem(error, 412, 409))
        void client.invalidateQueries({ queryKey: organizationQuery(id).queryKey });
    },
  });
}
