import { useTranslation } from "react-i18next";

import type { NamedUpload } from "@/api/types";
import { listed } from "@/lib/isolated";
import { isLetGo, KEPT_DAYS } from "@/lib/let-go";
import { productNow } from "@/lib/product-clock";

import styles from "./kept-files.module.css";

/** Which files cannot go because they waited for too long, and what to do; null where there are none. */
export function useLetGo(): (files: readonly Pick<NamedUpload, "id" | "name">[]) => string | null {
  const { t } = useTranslation("agent");
  return (files) => {
    const names = files.filter((file) => isLetGo(file, productNow())).map(({ name }) => name);
    if (names.length === 0) return null;
    const plain = { interpolation: { escapeValue: false } };
    return t("drafts.letGo", { count: names.length, names: listed(names), days: KEPT_DAYS, ...plain });
  };
}

/** Said as long as they are among what is written. */
export function FilesLetGo({ files }: { files: readonly Pick<NamedUpload, "id" | "name">[] }) {
  const said = useLetGo()(files);
  return said === null ? null : (
    <p role="alert" className={styles.letGo}>
      {said}
    </p>
  );
}
