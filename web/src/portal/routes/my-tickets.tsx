import { useTranslation } from "react-i18next";

import { TicketList } from "@/features/lists/components/ticket-list";
import { usePageTitle } from "@/lib/page-title";

import styles from "./narrow.module.css";
import { SignInFirst } from "./sign-in-first";

export default function MyTicketsPage() {
  const { t } = useTranslation("portal");
  usePageTitle(t("list.title"));
  return (
    <SignInFirst>
      <div className={styles.narrow}>
        <h1>{t("list.title")}</h1>
        <TicketList />
      </div>
    </SignInFirst>
  );
}
