import { optional } from "@/components/optional";
import type { OnTicket } from "@/lib/ticket-parts";

const ArticleCards = optional(async () => (await import("./components/article-cards")).ArticleCards);

/** Articles that answer the ticket: by its subject and by what was asked first. */
export function ArticlesPanel({ ticket, insert }: OnTicket) {
  const asked = ticket.timeline.find(({ type, body }) => type === "TicketCreated" && body !== null)?.body;
  return <ArticleCards key={ticket.id} text={`${ticket.subject}\n\n${asked ?? ""}`} onUse={insert} />;
}
