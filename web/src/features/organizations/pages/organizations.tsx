import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { Register } from "@/components/settings/register";
import { listed } from "@/lib/isolated";

import { useOrganizationPages } from "../api/list-organizations";

export function OrganizationsPage() {
  const { t } = useTranslation("settings");
  const navigate = useNavigate();
  return (
    <Register
      text={(part) => t(`organization.${part}`)}
      example="acme"
      pages={useOrganizationPages()}
      onNew={(id) =>
        void navigate({ to: "/settings/organizations/$organizationId", params: { organizationId: id } })
      }
    >
      {({ id, name, plan, domains }) => (
        <>
          <Link to="/settings/organizations/$organizationId" params={{ organizationId: id }}>
            <bdi>{name}</bdi>
          </Link>
          <p>{listed([plan, ...domains], " · ")}</p>
        </>
      )}
    </Register>
  );
}
