import type { OrganizationPlan } from "@/api/settings-types";
import { api } from "@/lib/api-client";
import { useSave } from "@/lib/save";

import { organizationQuery } from "./get-organization";

export const useSaveOrganization = (id: string) =>
  useSave(
    organizationQuery(id).queryKey,
    (body: OrganizationPlan, ifMatch) =>
      api.put("/api/organizations/{organization_id}", { path: { organization_id: id }, body, ifMatch }),
    [["organizations"]],
  );
