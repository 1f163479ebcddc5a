import { optional } from "./optional";

/** Phones alone have it, and only they fetch it. */
export const SheetBar = optional(async () => (await import("./drag-bar")).DragBar);
