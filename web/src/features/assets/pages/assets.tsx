import { Badge } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { Register } from "@/components/settings/register";
import { useAllOrganizations } from "@/lib/desk/list-organizations";
import { listed } from "@/lib/isolated";

import { assetQuery } from "../api/get-asset";
import { useAssetPages } from "../api/list-assets";

export function AssetsPage() {
  const { t } = useTranslation("settings");
  const navigate = useNavigate();
  const client = useQueryClient();
  const organizations = useAllOrganizations().data;
  const nameOf = (organization: string | null) =>
    organizations?.find(({ id }) => id === organization)?.name ?? organization;
  return (
    <Register
      text={(part) => t(`asset.${part}`)}
      example={t("asset.example")}
      pages={useAssetPages()}
      otherwise="asset"
      exists={async (id) => (await client.query(assetQuery(id))).revision > 0}
      onNew={(id, name) =>
        void navigate({ to: "/settings/assets/$assetId", params: { assetId: id }, state: { name } })
      }
    >
      {({ id, name, type, tag, organization, retired }) => (
        <>
          <span>
            <Link to="/settings/assets/$assetId" params={{ assetId: id }}>
              <bdi>{name}</bdi>
            </Link>{" "}
            {retired && (
              <Badge size="sm" variant="default">
                {t("asset.isRetired")}
              </Badge>
            )}
          </span>
          <p>{listed([type, tag, nameOf(organization)], " · ")}</p>
        </>
      )}
    </Register>
  );
}
