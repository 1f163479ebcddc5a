import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { RegisterEntry } from "@/components/settings/register";

import { useOrganization } from "../api/get-organization";
import { OrganizationForm } from "../components/organization-form";

const route = getRouteApi("/shell/settings/organizations/$organizationId");

export function OrganizationPage() {
  const { t } = useTranslation("settings");
  const { organizationId } = route.useParams();
  const found = useOrganization(organizationId);
  return (
    <RegisterEntry id={organizationId} found={found} fresh={t("organization.fresh")}>
      {(organization, name) => <OrganizationForm key={organizationId} found={organization} name={name} />}
    </RegisterEntry>
  );
}
