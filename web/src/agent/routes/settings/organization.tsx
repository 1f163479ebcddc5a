import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";

import type { Organization } from "@/api/settings-types";
import { ErrorState, Loading } from "@/components/states";
import { useOrganization } from "@/features/organizations/api/get-organization";
import { useSaveOrganization } from "@/features/organizations/api/save-organization";
import { OrganizationForm } from "@/features/organizations/components/organization-form";
import { organizationPlan, organizationValues } from "@/features/organizations/values";
import { useEdit } from "@/lib/edit";

import { usePageTitle } from "../../page-title";
import { UnsavedGuard } from "../../unsaved";
import { useSaved } from "./saved";
import styles from "./settings.module.css";

const route = getRouteApi("/shell/settings/organizations/$organizationId");

export function OrganizationPage() {
  const { organizationId } = route.useParams();
  const found = useOrganization(organizationId);
  usePageTitle(found.data?.name ?? organizationId);
  if (found.data === undefined) {
    if (found.error === null) return <Loading lines={8} />;
    return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  }
  return <Editor key={organizationId} found={found.data} />;
}

function Editor({ found }: { found: Organization }) {
  const { t } = useTranslation("settings");
  const saving = useSaveOrganization(found.id);
  const edit = useEdit(
    useMemo(() => organizationValues(found), [found]),
    found.revision,
  );
  const onSuccess = useSaved(edit, organizationValues);
  const save = () => {
    saving.mutate({ plan: organizationPlan(edit.value), revision: edit.revision }, { onSuccess });
  };
  return (
    <>
      <header className={styles.head}>
        <h1>{found.name === "" ? t("organization.fresh") : found.name}</h1>
        <p>{found.id}</p>
      </header>
      <OrganizationForm edit={edit} busy={saving.isPending} error={saving.error} onSave={save} />
      <UnsavedGuard dirty={edit.dirty} />
    </>
  );
}
