/** So long what is sent can be had back before it goes out. */
export const HOLD_MS = 10_000;
