import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";

import type { Asset } from "@/api/settings-types";
import { ErrorState, Loading } from "@/components/states";
import { useAsset } from "@/features/assets/api/get-asset";
import { useSaveAsset } from "@/features/assets/api/save-asset";
import { AssetForm } from "@/features/assets/components/asset-form";
import { assetPlan, assetValues } from "@/features/assets/values";
import { useEdit } from "@/lib/edit";

import { usePageTitle } from "../../page-title";
import { UnsavedGuard } from "../../unsaved";
import { useSaved } from "./saved";
import styles from "./settings.module.css";

const route = getRouteApi("/shell/settings/assets/$assetId");

export function AssetPage() {
  const { assetId } = route.useParams();
  const found = useAsset(assetId);
  usePageTitle(found.data?.name ?? assetId);
  if (found.data === undefined) {
    if (found.error === null) return <Loading lines={8} />;
    return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  }
  return <Editor key={assetId} found={found.data} />;
}

function Editor({ found }: { found: Asset }) {
  const { t } = useTranslation("settings");
  const saving = useSaveAsset(found.id);
  const edit = useEdit(
    useMemo(() => assetValues(found), [found]),
    found.revision,
  );
  const onSuccess = useSaved(edit, assetValues);
  const save = () => {
    saving.mutate({ plan: assetPlan(edit.value), revision: edit.revision }, { onSuccess });
  };
  return (
    <>
      <header className={styles.head}>
        <h1>{found.name === "" ? t("asset.fresh") : found.name}</h1>
        <p>{found.id}</p>
      </header>
      <AssetForm edit={edit} busy={saving.isPending} error={saving.error} onSave={save} />
      <UnsavedGuard dirty={edit.dirty} />
    </>
  );
}
