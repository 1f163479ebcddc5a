import type { Organization, OrganizationPlan } from "@/api/settings-types";

export interface OrganizationValues {
  name: string;
  plan: string;
  domains: string[];
  languages: string[];
  spoc_name: string;
  spoc_email: string;
  notes: string;
}

export const organizationValues = (found: Organization): OrganizationValues => ({
  name: found.name,
  plan: found.plan ?? "",
  domains: found.domains,
  languages: found.languages,
  spoc_name: found.spoc?.name ?? "",
  spoc_email: found.spoc?.email ?? "",
  notes: found.notes,
});

export const organizationPlan = (values: OrganizationValues): OrganizationPlan => ({
  name: values.name,
  plan: values.plan.trim() === "" ? null : values.plan.trim(),
  domains: values.domains,
  languages: values.languages,
  spoc:
    values.spoc_name + values.spoc_email === "" ? null : { name: values.spoc_name, email: values.spoc_email },
  notes: values.notes,
});
