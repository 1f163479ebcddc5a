import { useEffect, useState, type ComponentType } from "react";

import type { Me } from "@/api/types";
import { closePalette, usePaletteOpen } from "@/lib/palette";
import { isLead } from "@/lib/ticket-parts";

import { loadSettingsTexts } from "./settings-texts";

const IDLE_MS = 2_000;

/** Not every browser says when it is idle. */
function whenIdle(act: () => void): () => void {
  const { requestIdleCallback, cancelIdleCallback } = window as Partial<Window>;
  if (requestIdleCallback !== undefined) {
    const asked = requestIdleCallback(act, { timeout: IDLE_MS });
    return () => cancelIdleCallback?.(asked);
  }
  const waits = window.setTimeout(act, IDLE_MS);
  return () => {
    window.clearTimeout(waits);
  };
}

/** The palette is no part of the first load: it comes when there is nothing else to do, or when it is asked for. */
export function PalettePlace({ me }: { me: Me }) {
  const asked = usePaletteOpen();
  useEffect(() => closePalette, []);
  const [Loaded, setLoaded] = useState<ComponentType<{ me: Me }> | null>(null);
  useEffect(() => {
    if (Loaded !== null) return;
    const load = () => {
      void Promise.all([import("./palette"), isLead(me) && loadSettingsTexts()])
        .then(([{ AgentPalette }]) => {
          setLoaded(() => AgentPalette);
        })
        // It is tried again when it is asked for next.
        .catch(() => undefined);
    };
    if (!asked) return whenIdle(load);
    load();
    return;
  }, [asked, Loaded, me]);
  return Loaded !== null && <Loaded me={me} />;
}
