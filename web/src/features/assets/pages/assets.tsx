import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { Register } from "@/components/settings/register";
import { useAllOrganizations } from "@/lib/desk/list-organizations";

import { assetQuery } from "../api/get-asset";
import { useAssetPages } from "../api/list-assets";

export function AssetsPage() {
  const { t } = useTranslation("settings");
  const navigate = useNavigate();
  const client = useQueryClient();
  const organizations = useAllOrganizations().data;
  const nameOf = (organization: string | null) =>
    organizations?.find(({ id }) => id === organization)?.name ?? organization;
  const nameCell = ({ id, name }: { id: string; name: string }) => (
    <Link to="/settings/assets/$assetId" params={{ assetId: id }}>
      <bdi>{name}</bdi>
    </Link>
  );
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
      columns={[
        { head: t("asset.name"), words: ({ name }) => name, cell: nameCell },
        { head: t("asset.type"), words: ({ type }) => type },
        { head: t("asset.tag"), words: ({ tag }) => tag },
        { head: t("asset.organization"), words: ({ organization }) => nameOf(organization) ?? "" },
        { head: t("asset.state"), words: ({ retired }) => (retired ? t("asset.isRetired") : "") },
      ]}
    />
  );
}
