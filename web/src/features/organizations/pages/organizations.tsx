import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { Register } from "@/components/settings/register";

import { organizationQuery } from "../api/get-organization";
import { useOrganizationPages } from "../api/list-organizations";

export function OrganizationsPage() {
  const { t } = useTranslation("settings");
  const navigate = useNavigate();
  const client = useQueryClient();
  return (
    <Register
      text={(part) => t(`organization.${part}`)}
      example={t("organization.example")}
      pages={useOrganizationPages()}
      otherwise="organization"
      exists={async (id) => (await client.query(organizationQuery(id))).revision > 0}
      onNew={(id, name) =>
        void navigate({
          to: "/settings/organizations/$organizationId",
          params: { organizationId: id },
          state: { name },
        })
      }
      columns={[
        {
          head: t("organization.name"),
          words: ({ name }) => name,
          cell: ({ id, name }) => (
            <Link to="/settings/organizations/$organizationId" params={{ organizationId: id }}>
              <bdi>{name}</bdi>
            </Link>
          ),
        },
        { head: t("organization.plan"), words: ({ plan }) => plan ?? "" },
        { head: t("organization.domains"), words: ({ domains }) => domains.join(", ") },
      ]}
    />
  );
}
