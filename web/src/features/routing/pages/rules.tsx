import { useTranslation } from "react-i18next";

import { Loaded } from "@/components/loaded";
import { usePageTitle } from "@/lib/page-title";

import { useRules } from "../api/get-rules";
import { RulesForm } from "../components/rules-form";

export function RulesPage() {
  const { t } = useTranslation("settings");
  usePageTitle(t("rule.title"));
  return (
    <Loaded of={useRules()} lines={10}>
      {(settings) => <RulesForm found={settings} />}
    </Loaded>
  );
}
