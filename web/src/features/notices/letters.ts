import type { AgentTexts } from "@/lib/actions";

const LETTERS = [
  ...([
    "acknowledgement",
    "reply",
    "solved",
    "requester_wrote",
    "participant_reply",
    "participant_solved",
  ] as const),
  ...([
    "survey",
    "assigned",
    "handed_over",
    "unattended",
    "returned",
    "escalated",
    "warning",
    "breach",
  ] as const),
  ...(["page", "untold", "blind_copy", "note_by_mail"] as const),
];

/** What kind of letter it was, in words. */
export function letterOf(name: string, t: AgentTexts): string {
  const known = LETTERS.find((one) => one === name);
  return known === undefined ? t("agent:sent.letter.other") : t(`agent:sent.letter.${known}`);
}
