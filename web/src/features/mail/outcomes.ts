/** What can have become of a mail, as one looks for it. */
import type { MailOutcome } from "@/api/settings-types";

export const OUTCOMES: readonly MailOutcome[] = ["quarantine", "message", "bounce", "duplicate", "ignored"];

export type Wanted = MailOutcome | "all";

export const WANTED: readonly Wanted[] = ["quarantine", "all", "message", "bounce", "duplicate", "ignored"];

/** As an address has it. */
export const filterOf = ({ outcome }: Record<string, unknown>): { outcome?: Wanted } => {
  const known = WANTED.find((one) => one === outcome);
  return known === undefined ? {} : { outcome: known };
};
