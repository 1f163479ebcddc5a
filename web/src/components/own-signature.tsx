import { useTranslation } from "react-i18next";

import { useSignature } from "@/lib/desk/get-signature";

import styles from "./own-signature.module.css";

/** What stands below what one writes once it is mailed: one's own or the team's, and the mailbox's. */
export function OwnSignature({ ticketId, to }: { ticketId: string; to: "requester" | "outside" }) {
  const { t } = useTranslation("agent");
  const signed = useSignature(ticketId).data;
  const signature = (to === "outside" ? signed?.outside : signed?.signature) ?? "";
  if (signature === "") return null;
  return (
    <p className={styles.signature} aria-label={t("signature")} role="note">
      <bdi>{signature}</bdi>
    </p>
  );
}
