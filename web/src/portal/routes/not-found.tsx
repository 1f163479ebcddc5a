import { useTranslation } from "react-i18next";

import { buttonClass } from "@/components/button";
import { EmptyState } from "@/components/states";

export function NotFound() {
  const { t } = useTranslation(["portal", "common"]);
  return (
    <EmptyState whole title={t("common:error.notFound")} text={t("common:error.notFoundText")}>
      <a href="/" className={buttonClass("primary")}>
        {t("portal:home")}
      </a>
    </EmptyState>
  );
}
