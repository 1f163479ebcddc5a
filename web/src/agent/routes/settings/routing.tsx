import { useMemo } from "react";
import { useTranslation } from "react-i18next";

import type { RoutingSettings } from "@/api/settings-types";
import { EmptyState, ErrorState, Loading } from "@/components/states";
import { useRules } from "@/features/routing/api/get-rules";
import { useSaveRules } from "@/features/routing/api/save-rules";
import { DryRunPanel, PastDryRunPanel } from "@/features/routing/components/dry-run";
import { RulesForm } from "@/features/routing/components/rules-form";
import { useMe } from "@/lib/desk/get-me";
import { useSlaSettings } from "@/lib/desk/get-sla";
import { useTeams } from "@/lib/desk/list-teams";
import { useEdit } from "@/lib/edit";

import { usePageTitle } from "../../page-title";
import { UnsavedGuard } from "../../unsaved";
import { useSaved } from "./saved";
import styles from "./settings.module.css";

export function RoutingPage() {
  const { t } = useTranslation("settings");
  usePageTitle(t("nav.routing"));
  const settings = useRules();
  if (settings.data === undefined) {
    if (settings.error === null) return <Loading lines={10} />;
    return <ErrorState error={settings.error} onRetry={() => void settings.refetch()} />;
  }
  return <Rules settings={settings.data} />;
}

function Rules({ settings }: { settings: RoutingSettings }) {
  const { t } = useTranslation("settings");
  const readOnly = useMe().data?.role !== "admin";
  const teams = useTeams().data ?? [];
  const policies = (useSlaSettings().data?.policies ?? []).map(({ id, name }) => ({
    id: String(id),
    name: typeof name === "string" ? name : String(id),
  }));
  const saving = useSaveRules();
  const edit = useEdit(
    useMemo(() => ({ rules: settings.rules }), [settings.rules]),
    settings.revision,
  );
  const onSuccess = useSaved(edit, (saved: RoutingSettings) => ({ rules: saved.rules }));
  const save = () => {
    saving.mutate({ rules: edit.value.rules, revision: edit.revision }, { onSuccess });
  };
  const teamName = (id: string) => teams.find((team) => team.id === id)?.name ?? id;
  return (
    <>
      <header className={styles.head}>
        <h1>{t("nav.routing")}</h1>
        <p>
          {t("rule.text")}
          {readOnly && ` ${t("onlyAdmins")}`}
        </p>
      </header>
      {edit.value.rules.length === 0 && <EmptyState title={t("rule.none")} text={t("rule.noneText")} />}
      <RulesForm
        edit={edit}
        teams={teams}
        policies={policies}
        teamName={teamName}
        readOnly={readOnly}
        busy={saving.isPending}
        error={saving.error}
        onSave={save}
      />
      <DryRunPanel rules={edit.value.rules} teamName={teamName} />
      <PastDryRunPanel rules={edit.value.rules} teamName={teamName} />
      <UnsavedGuard dirty={edit.dirty} />
    </>
  );
}
