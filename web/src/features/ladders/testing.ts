import type { Part } from "../../testing/desk.ts";

export const laddersPart: Part = ({ acts, change, fact }) => [
  acts("acknowledgements", (ticket) =>
    change(ticket, { ladders: [] }, fact("TicketAcknowledged", { climbs: ["page@1:created"] })),
  ),
];
