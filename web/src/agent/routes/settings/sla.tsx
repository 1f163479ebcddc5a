import { useMemo } from "react";
import { useTranslation } from "react-i18next";

import type { SlaSettings } from "@/api/settings-types";
import { ErrorState, Loading } from "@/components/states";
import { Time } from "@/components/time";
import { useSaveSla } from "@/features/sla/api/save-sla";
import { FollowProgress, Report } from "@/features/sla/components/report";
import { SlaForm } from "@/features/sla/components/sla-form";
import { slaDocument, slaValues } from "@/features/sla/values";
import { useMe } from "@/lib/desk/get-me";
import { useSlaSettings } from "@/lib/desk/get-sla";
import { useTeams } from "@/lib/desk/list-teams";
import { useEdit } from "@/lib/edit";

import { usePageTitle } from "../../page-title";
import { UnsavedGuard } from "../../unsaved";
import { useSaved } from "./saved";
import styles from "./settings.module.css";

export function SlaPage() {
  const { t } = useTranslation("settings");
  usePageTitle(t("nav.sla"));
  const settings = useSlaSettings();
  if (settings.data === undefined) {
    if (settings.error === null) return <Loading lines={10} />;
    return <ErrorState error={settings.error} onRetry={() => void settings.refetch()} />;
  }
  return <Sla settings={settings.data} />;
}

function Sla({ settings }: { settings: SlaSettings }) {
  const { t } = useTranslation("settings");
  const readOnly = useMe().data?.role !== "admin";
  const teams = useTeams().data ?? [];
  const saving = useSaveSla();
  const edit = useEdit(
    useMemo(() => slaValues(settings), [settings]),
    settings.revision,
  );
  const onSuccess = useSaved(edit, slaValues);
  const save = () => {
    saving.mutate({ document: slaDocument(edit.value), revision: edit.revision }, { onSuccess });
  };
  return (
    <>
      <header className={styles.head}>
        <h1>{t("nav.sla")}</h1>
        <p>
          {settings.saved_at === null ? (
            t("sla.builtIn")
          ) : (
            <>
              {t("sla.version", { revision: settings.revision })} <Time at={settings.saved_at} />
            </>
          )}
          {readOnly && ` · ${t("onlyAdmins")}`}
        </p>
      </header>
      <Report settings={settings} />
      <FollowProgress />
      <SlaForm
        edit={edit}
        teams={teams}
        readOnly={readOnly}
        busy={saving.isPending}
        error={saving.error}
        onSave={save}
      />
      <UnsavedGuard dirty={edit.dirty} />
    </>
  );
}
