/** What the mail service looked at, in the order in which it is told. */
export const VERDICTS = ["spam", "virus", "spf", "dkim", "dmarc"] as const;

const TELLING = ["virus", "spam", "dmarc"] as const;

/** Those of its findings that make one careful. */
export const doubts = (verdicts: Readonly<Record<string, string>>) =>
  TELLING.filter((kind) => verdicts[kind] === "fail");
