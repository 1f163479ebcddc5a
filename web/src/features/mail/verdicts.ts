import type { Mail } from "@/api/settings-types";

/** What the mail service looked at, in the order in which it is told. */
export const VERDICTS = ["spam", "virus", "spf", "dkim", "dmarc"] as const;

const TELLING = ["virus", "spam", "dmarc"] as const;

/** Those of its findings that make one careful. */
export const doubts = (verdicts: Readonly<Record<string, string>>) =>
  TELLING.filter((kind) => verdicts[kind] === "fail");

const REASONS = { virus: "virus", spam: "spam", dmarc: "forged" } as const;

/** Those that are not already said as the reason why nothing was made of it. */
export const furtherDoubts = ({ verdicts, reason }: Pick<Mail, "verdicts" | "reason">) =>
  doubts(verdicts).filter((kind) => REASONS[kind] !== reason);
