import type { Visibility } from "@/api/types";
import { useDraftNames } from "@/lib/draft";

const isWritten = (draft: Partial<Record<Visibility, string>>): boolean =>
  (draft.public ?? "") + (draft.internal ?? "") !== "";

/** The tickets for which one has written something on this device that is not sent. */
export const useWritten = (): ReadonlySet<string> => useDraftNames("ticket.", isWritten);
