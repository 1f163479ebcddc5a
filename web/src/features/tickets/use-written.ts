import { useMemo } from "react";

import { useDraftNames } from "@/lib/draft";

import { useOwnDrafts } from "@/lib/desk/drafts";
import { isEmpty, MODES, type Writing } from "./writing";

const isWritten = (writing: Partial<Writing>): boolean => MODES.some((mode) => !isEmpty(writing, mode));

/** The tickets for which one has written something that is not sent, here or on another device. */
export function useWritten(): ReadonlySet<string> {
  const here = useDraftNames<Writing>("ticket.", isWritten);
  const { data } = useOwnDrafts();
  return useMemo(() => new Set([...here, ...(data ?? []).map(({ ticket_id }) => ticket_id)]), [here, data]);
}
