import { optional } from "@/components/optional";
import { useColleaguesDrafts } from "@/lib/desk/colleagues-drafts";
import type { Present } from "@/lib/live-messages";

interface Props {
  ticketId: string;
  revision: number;
  others: readonly Present[];
  /** Where one goes on with it. */
  onTaken: (kind: string) => void;
}

const LeftDraft = optional(async () => (await import("./left-draft")).LeftDraft);

/** What colleagues have begun here and left; of who is writing at this moment it is said that they write. */
export function ColleaguesDrafts({ ticketId, revision, others, onTaken }: Props) {
  const since = [revision, ...others.map(({ id, doing }) => `${id}@${doing}`).sort()].join(" ");
  const drafts = useColleaguesDrafts(ticketId, since).data ?? [];
  const left = drafts.filter(
    ({ writer }) => !others.some(({ id, doing }) => id === writer.id && doing === "writing"),
  );
  return left.map((draft) => <LeftDraft key={`${draft.writer.id} ${draft.kind}`} {...{ draft, onTaken }} />);
}
