import { useOwnSettings } from "@/lib/desk/own-settings";
import { isReachable } from "@/lib/reachability";

/** What holds as long as one's own choice is not known. */
const USUAL = 10;

/** For how many seconds what is sent now can be had back before it goes out; without network it waits of itself. */
export function useHold(): () => number {
  const seconds = useOwnSettings().data?.undo_send ?? USUAL;
  return () => (isReachable() ? seconds : 0);
}
