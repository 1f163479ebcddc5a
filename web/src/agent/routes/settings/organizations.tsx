import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { useOrganizationPages } from "@/features/organizations/api/list-organizations";

import { Register } from "./register";

export function OrganizationsPage() {
  const { t } = useTranslation("settings");
  const navigate = useNavigate();
  return (
    <Register
      of="organization"
      title={t("nav.organizations")}
      example="acme"
      pages={useOrganizationPages()}
      onNew={(id) =>
        void navigate({ to: "/settings/organizations/$organizationId", params: { organizationId: id } })
      }
    >
      {({ id, name, plan, domains }) => (
        <>
          <Link to="/settings/organizations/$organizationId" params={{ organizationId: id }}>
            {name}
          </Link>
          <p>{[plan, ...domains].filter(Boolean).join(" · ")}</p>
        </>
      )}
    </Register>
  );
}
