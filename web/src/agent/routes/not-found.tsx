import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { EmptyState } from "@/components/states";

export function NotFound() {
  const { t } = useTranslation(["common", "agent"]);
  return (
    <main>
      <EmptyState whole title={t("common:error.notFound")} text={t("common:error.notFoundText")}>
        <Button renderRoot={(props) => <Link to="/mine" {...props} />}>{t("agent:nav.mine")}</Button>
      </EmptyState>
    </main>
  );
}
