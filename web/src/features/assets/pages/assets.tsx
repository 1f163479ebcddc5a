import { Badge } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { Register } from "@/components/settings/register";
import { listed } from "@/lib/isolated";

import { useAssetPages } from "../api/list-assets";

export function AssetsPage() {
  const { t } = useTranslation("settings");
  const navigate = useNavigate();
  return (
    <Register
      text={(part) => t(`asset.${part}`)}
      example="printer-hall"
      pages={useAssetPages()}
      onNew={(id) => void navigate({ to: "/settings/assets/$assetId", params: { assetId: id } })}
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
          <p>{listed([type, tag, organization], " · ")}</p>
        </>
      )}
    </Register>
  );
}
