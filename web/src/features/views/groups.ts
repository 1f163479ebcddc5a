import type { View, ViewGroup } from "@/api/types";
import { useViewGroups } from "@/lib/desk/view-groups";
import { useFallbackPolling } from "@/lib/live-context";

import { WHOLE, type Grouping, type NarrowedView } from "./address";

/** Those that have none have a key, too. */
const NONE = "-";

export const keyOf = ({ key }: ViewGroup): string => key ?? NONE;

/** By what a view is divided for the moment, into what, and which part is open: the first, if none was chosen. */
export function useGroups(view: View, { q = "", by, part }: NarrowedView) {
  const chosen = by ?? view.grouping ?? undefined;
  const grouping: Grouping | undefined = chosen === WHOLE ? undefined : chosen;
  const query = useViewGroups(view.id, grouping, q, useFallbackPolling());
  const groups = grouping === undefined ? undefined : query.data;
  const openable = groups?.filter(({ condition }) => condition !== null) ?? [];
  const open = openable.find((group) => keyOf(group) === part) ?? openable[0];
  const asked = [open?.condition ?? "", q].filter((one) => one !== "").join(" ");
  return {
    ...{ grouping, groups, query },
    /** In all of them. */
    total: groups?.reduce((sum, { count }) => sum + count, 0),
    /** By its key. */
    open: open === undefined ? null : keyOf(open),
    /** What narrows the view to it. */
    asked: grouping === undefined ? q : asked,
    /** Its tickets can be asked for. */
    ready: grouping === undefined || open !== undefined,
  };
}
