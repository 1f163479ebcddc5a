/** All that is kept of what one has begun to write. */
import { useHearingOfDrafts } from "@/components/other-devices";
import { BESIDE } from "@/features/sides/kept";
import { ON_TICKETS } from "@/features/tickets/kept";
import { useKeepingDrafts } from "@/lib/desk/kept-drafts";

export function useDrafts(): void {
  useKeepingDrafts(ON_TICKETS);
  useHearingOfDrafts(ON_TICKETS);
  useKeepingDrafts(BESIDE);
  useHearingOfDrafts(BESIDE);
}
