import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useCallback } from "react";

import { narrowedBy, type NarrowedView } from "@/features/views/address";

import { useSettled } from "./use-settled";

const route = getRouteApi("/shell/lists/views/$viewId");

/** What the address says beside the view. */
export function useNarrowing() {
  const { q = "", order, by, part, t: open } = route.useSearch();
  const { viewId } = route.useParams();
  const navigate = useNavigate();
  const go = useCallback(
    (next: NarrowedView) =>
      void navigate({
        ...{ to: "/views/$viewId", params: { viewId }, replace: true },
        search: { ...narrowedBy({ q, order, by, part, ...next }), ...(open !== undefined && { t: open }) },
      }),
    [navigate, viewId, q, order, by, part, open],
  );
  const ask = useCallback(
    (text: string) => {
      go({ q: text });
    },
    [go],
  );
  const [typed, setTyped] = useSettled(q, ask);
  return {
    q,
    order,
    by,
    part,
    typed,
    setTyped,
    go,
  };
}
