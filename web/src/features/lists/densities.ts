/** How high a row is, in rem. */
import type { Density } from "@/api/types";

export const ROW: Record<Density, number> = { comfortable: 3.5, normal: 2.75, compact: 2 };

/** Beside a ticket, with a third line too. */
export const NARROW_ROW = 3.75;
export const PHONE_ROW = 4.5;
export const PHONE = "(max-width: 39.99em)";

/** Below this width of the list, in rem, a row is narrow. */
export const NARROW = 40;
