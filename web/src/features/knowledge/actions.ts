import { IconBook } from "@tabler/icons-react";

import { isFinished, type TicketAction } from "@/lib/ticket-parts";

import { ArticleOfTicket } from "./components/of-ticket";

export const writeArticle: TicketAction = {
  id: "writeArticle",
  words: (t) => t("agent:article.open"),
  Icon: IconBook,
  refusal: ({ ticket }, t) => (isFinished(ticket) ? null : t("agent:article.notSolved")),
  run: ({ open }) => {
    open(ArticleOfTicket);
  },
};
