import { useTranslation } from "react-i18next";

import { Loaded } from "@/components/loaded";
import { usePageTitle } from "@/lib/page-title";

import { useLetters } from "../api/letters";
import { LettersForm } from "../components/letters-form";

export function LettersPage() {
  const { t } = useTranslation("settings");
  usePageTitle(t("letter.title"));
  return (
    <Loaded of={useLetters()} lines={12}>
      {(settings) => <LettersForm found={settings} />}
    </Loaded>
  );
}
