import { useMemo } from "react";
import { useTranslation } from "react-i18next";

import { byAccount } from "@/features/tickets/access";
import { TicketStatus } from "@/features/tickets/components/ticket-status";
import { usePageTitle } from "@/lib/page-title";

import styles from "./narrow.module.css";
import { rateInPlace } from "./rate-in-place";
import { SignInFirst } from "./sign-in-first";

export default function MyTicketPage({ id }: { id: string }) {
  const { t } = useTranslation("portal");
  usePageTitle(id);
  const access = useMemo(() => byAccount(id), [id]);
  return (
    <SignInFirst>
      <div className={styles.narrow}>
        <a href="/tickets" className={styles.back}>
          ← {t("status.back")}
        </a>
        <TicketStatus key={id} access={access} rating={rateInPlace} />
      </div>
    </SignInFirst>
  );
}
