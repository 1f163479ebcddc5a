import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { TicketDialog } from "@/components/ticket-dialog";
import type { OnTicket } from "@/lib/ticket-parts";

import { useArticleOfTicket } from "../api/written";

/** What was solved, for the next who asks: made here, and written on its own page. */
export function ArticleOfTicket({ ticket, onClose }: OnTicket & { onClose: () => void }) {
  const { t } = useTranslation("agent");
  const navigate = useNavigate();
  const making = useArticleOfTicket(ticket.id);
  return (
    <TicketDialog
      title={t("article.title", { id: ticket.id })}
      text={t("article.text")}
      submit={t("article.submit")}
      pending={making.isPending}
      error={making.error}
      onSubmit={() => {
        making.mutate(undefined, {
          onSuccess: ({ id, text_language }) => {
            onClose();
            void navigate({
              to: "/knowledge/$articleId/$language",
              params: { articleId: id, language: text_language },
            });
          },
        });
      }}
      onClose={onClose}
    >
      {null}
    </TicketDialog>
  );
}
