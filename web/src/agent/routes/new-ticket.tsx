import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { useNotify } from "@/components/notify";
import { NewTicketForm } from "@/features/intake/components/new-ticket-form";
import { usePageTitle } from "@/lib/page-title";

import styles from "./new-ticket.module.css";

export function NewTicketPage() {
  const { t } = useTranslation("agent");
  usePageTitle(t("nav.new"));
  const notify = useNotify();
  const navigate = useNavigate();
  return (
    <div className={styles.page}>
      <header>
        <h1>{t("create.title")}</h1>
        <p>{t("create.text")}</p>
      </header>
      <NewTicketForm
        onCreated={(id) => {
          notify(t("create.done", { id }));
          void navigate({ to: "/tickets/$ticketId", params: { ticketId: id } });
        }}
      />
    </div>
  );
}
