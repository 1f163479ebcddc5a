import { useState } from "react";
import { useTranslation } from "react-i18next";

import { isProblem } from "@/lib/problem";

import styles from "./reference.module.css";

/** Of a fault of ours: by what operators find it, to copy. */
export function Reference({ of }: { of: unknown }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  if (!isProblem(of) || of.status < 500 || of.reference === null) return null;
  const { reference } = of;
  return (
    <span className={styles.reference}>
      {t("error.reference")} <code>{reference}</code>
      <button
        type="button"
        className={styles.copy}
        onClick={() => {
          void navigator.clipboard.writeText(reference).then(() => {
            setCopied(true);
          });
        }}
      >
        {copied ? t("error.copied") : t("error.copy")}
      </button>
    </span>
  );
}
