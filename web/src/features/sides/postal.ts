/** What the timeline says of a message beside: on which side it stands, from whom it is, and to whom it went. */
import type { Entry } from "@/api/types";

interface Postal {
  side: string | null;
  subject: string;
  sender: string;
  to: readonly string[];
  cc: readonly string[];
  automatic: boolean;
}

export const postalOf = ({ data }: Entry): Postal => ({
  ...{ side: null, subject: "", sender: "", to: [], cc: [], automatic: false },
  ...(data as Partial<Postal>),
});

export const isMessageOf =
  (side: string) =>
  (entry: Entry): boolean =>
    (entry.type === "SideMessageSent" || entry.type === "SideMessageReceived") &&
    postalOf(entry).side === side;
