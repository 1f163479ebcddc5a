import { optional } from "@/components/optional";
import { isFinished, type OnTicket } from "@/lib/ticket-parts";

const Line = optional(async () => (await import("./components/chat-line")).Line);

/** Who chats, on a ticket that is a chat. */
export function ChatLine(on: OnTicket) {
  return on.ticket.channel === "chat" && !isFinished(on.ticket) ? <Line {...on} /> : null;
}
