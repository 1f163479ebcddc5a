import { useTranslation } from "react-i18next";

import { Loaded } from "@/components/loaded";
import { SettingsHead } from "@/components/settings/settings-page";
import { Time } from "@/components/time";
import { useMe } from "@/lib/desk/get-me";
import { useSlaSettings } from "@/lib/desk/get-sla";
import { choosable, useTeams } from "@/lib/desk/list-teams";
import { usePageTitle } from "@/lib/page-title";

import { FollowProgress, Report } from "../components/report";
import { SlaForm } from "../components/sla-form";

export function SlaPage() {
  const { t } = useTranslation("settings");
  usePageTitle(t("sla.title"));
  const readOnly = useMe().data?.role !== "admin";
  const teams = choosable(useTeams().data ?? []);
  return (
    <Loaded of={useSlaSettings()} lines={10}>
      {(settings) => (
        <>
          <SettingsHead title={t("sla.title")}>
            {settings.saved_at === null ? (
              t("sla.builtIn")
            ) : (
              <>
                {t("sla.version", { revision: settings.revision })} <Time at={settings.saved_at} />
              </>
            )}
            {readOnly && ` · ${t("onlyAdmins")}`}
          </SettingsHead>
          <Report settings={settings} />
          <FollowProgress />
          <SlaForm found={settings} teams={teams} readOnly={readOnly} />
        </>
      )}
    </Loaded>
  );
}
