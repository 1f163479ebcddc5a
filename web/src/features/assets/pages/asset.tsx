import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { RegisterEntry } from "@/components/settings/register";

import { useAsset } from "../api/get-asset";
import { AssetForm } from "../components/asset-form";

const route = getRouteApi("/shell/settings/assets/$assetId");

export function AssetPage() {
  const { t } = useTranslation("settings");
  const { assetId } = route.useParams();
  return (
    <RegisterEntry id={assetId} found={useAsset(assetId)} fresh={t("asset.fresh")}>
      {(found, name) => <AssetForm key={assetId} found={found} name={name} />}
    </RegisterEntry>
  );
}
