import { useCallback, useMemo } from "react";

/** What something is called; of what is not known by now, its id. */
export function useNames(named: readonly { id: string; name: string }[] | undefined): (id: string) => string {
  const names = useMemo(() => new Map(named?.map(({ id, name }) => [id, name])), [named]);
  return useCallback((id: string) => names.get(id) ?? id, [names]);
}
