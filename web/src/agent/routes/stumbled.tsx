import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { EmptyState } from "@/components/states";

/** A fault in the page itself. Drafts are in the browser's store, so a reload loses nothing. */
export function Stumbled() {
  const { t } = useTranslation();
  return (
    <EmptyState whole title={t("error.title")} text={t("error.crash")}>
      <Button
        onClick={() => {
          window.location.reload();
        }}
      >
        {t("retry")}
      </Button>
    </EmptyState>
  );
}
