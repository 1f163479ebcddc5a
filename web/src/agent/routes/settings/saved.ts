import { useTranslation } from "react-i18next";

import { useNotify } from "@/components/notify";
import type { Edit } from "@/lib/edit";

/** What follows a save: editing goes on from what the service made of it, and it is said. */
export function useSaved<T, S extends { revision: number }>(edit: Edit<T>, valuesOf: (saved: S) => T) {
  const { t } = useTranslation("settings");
  const notify = useNotify();
  return (saved: S) => {
    edit.saved(valuesOf(saved), saved.revision);
    notify(t("save.done"));
  };
}
