import { useDebouncedCallback } from "@mantine/hooks";
import { useState } from "react";

import { useChangeOwnSettings, useOwnSettings } from "@/lib/desk/own-settings";

/** How wide a pane may be, in CSS pixels; the service holds to the same. */
export const BOUNDS = {
  list_width: { least: 300, most: 520 },
  panel_width: { least: 280, most: 420 },
} as const;

export const USUAL_PANEL = 320;

export type Pane = keyof typeof BOUNDS;

export const within = (pane: Pane, width: number): number =>
  Math.round(Math.min(Math.max(width, BOUNDS[pane].least), BOUNDS[pane].most));

/** So long after the last change it is saved, once. */
const REST_MS = 500;

export interface PaneWidth {
  pane: Pane;
  width: number;
  /** Null for the usual one. */
  choose: (width: number | null) => void;
}

/** As wide as one has made it, on whatever device. */
export function usePaneWidth(pane: Pane, usual: number): PaneWidth {
  const saved = useOwnSettings().data?.[pane];
  const change = useChangeOwnSettings();
  const [chosen, setChosen] = useState<{ width: number | null } | null>(null);
  const save = useDebouncedCallback(
    (width: number | null) => {
      change({ [pane]: width });
    },
    { delay: REST_MS, flushOnUnmount: true },
  );
  return {
    pane,
    width: (chosen === null ? saved : chosen.width) ?? usual,
    choose: (wanted) => {
      const width = wanted === null ? null : within(pane, wanted);
      setChosen({ width });
      save(width);
    },
  };
}
