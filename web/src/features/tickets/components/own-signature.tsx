import { useTranslation } from "react-i18next";

import { useSignature } from "../api/get-signature";
import styles from "./composer.module.css";

/** What stands below one's answer once it is mailed: one's own or the team's, and the mailbox's. */
export function OwnSignature({ ticketId }: { ticketId: string }) {
  const { t } = useTranslation("agent");
  const signature = useSignature(ticketId).data ?? "";
  if (signature === "") return null;
  return (
    <p className={styles.signature} aria-label={t("composer.signature")} role="note">
      <bdi>{signature}</bdi>
    </p>
  );
}
