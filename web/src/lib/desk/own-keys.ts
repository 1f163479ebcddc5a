import { useEffect } from "react";

import { switchShortcuts } from "@/lib/shortcuts";

import { useOwnSettings } from "./own-settings";

/** Single keys act as one has chosen; until that is known, as it was on this device. */
export function useOwnKeys(): void {
  const chosen = useOwnSettings().data?.single_keys;
  useEffect(() => {
    if (chosen !== undefined) switchShortcuts(chosen);
  }, [chosen]);
}
