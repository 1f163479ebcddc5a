import { useDebouncedCallback } from "@mantine/hooks";
import { useState } from "react";

import { useChangeOwnSettings, useOwnSettings } from "./own-settings";

/** How wide a pane may be, or how high, in CSS pixels; the service holds to the same. */
export const BOUNDS = {
  list_width: { least: 300, most: 520 },
  panel_width: { least: 280, most: 420 },
  composer_height: { least: 180, most: 900 },
} as const;

export const USUAL_PANEL = 320;

export type Pane = keyof typeof BOUNDS;

export const within = (pane: Pane, size: number): number =>
  Math.round(Math.min(Math.max(size, BOUNDS[pane].least), BOUNDS[pane].most));

/** So long after the last change it is saved, once. */
const REST_MS = 500;

export interface PaneSize {
  pane: Pane;
  size: number;
  /** It was chosen, and is not the usual one. */
  isOwn: boolean;
  /** Null for the usual one. */
  choose: (size: number | null) => void;
}

/** As large as one has made it, on whatever device. */
export function usePaneSize(pane: Pane, usual: number): PaneSize {
  const saved = useOwnSettings().data?.[pane];
  const change = useChangeOwnSettings();
  const [chosen, setChosen] = useState<{ size: number | null } | null>(null);
  const save = useDebouncedCallback(
    (size: number | null) => {
      change({ [pane]: size });
    },
    { delay: REST_MS, flushOnUnmount: true },
  );
  const own = chosen === null ? saved : chosen.size;
  return {
    pane,
    size: own ?? usual,
    isOwn: typeof own === "number",
    choose: (wanted) => {
      const size = wanted === null ? null : within(pane, wanted);
      setChosen({ size });
      save(size);
    },
  };
}
