import { useTranslation } from "react-i18next";

import { useOwnSettings } from "@/lib/desk/own-settings";

import styles from "./composer.module.css";

/** What stands below one's answer once it is mailed. */
export function OwnSignature() {
  const { t } = useTranslation("agent");
  const signature = useOwnSettings().data?.signature ?? "";
  if (signature === "") return null;
  return (
    <p className={styles.signature} aria-label={t("composer.signature")} role="note">
      <bdi>{signature}</bdi>
    </p>
  );
}
