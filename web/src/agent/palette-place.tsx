import { useEffect, useState, type ComponentType } from "react";
import { useTranslation } from "react-i18next";

import type { Me } from "@/api/types";
import { useFocusOnMount } from "@/lib/focus";
import { beginInPalette, closePalette, usePaletteOpen } from "@/lib/palette";
import { isLead } from "@/lib/ticket-parts";

import styles from "./palette-place.module.css";
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
  if (Loaded === null) return asked && <Beginning />;
  return <Loaded me={me} />;
}

/** Takes what is typed until the palette has come, which goes on from it: keys would act on the page else. */
function Beginning() {
  const { t } = useTranslation("agent");
  const input = useFocusOnMount<HTMLInputElement>();
  return (
    <div
      role="dialog"
      aria-modal="true"
      aria-busy="true"
      aria-label={t("palette.title")}
      className={styles.place}
    >
      <input
        ref={input}
        type="search"
        className={styles.field}
        aria-label={t("palette.title")}
        placeholder={t("palette.placeholder")}
        maxLength={200}
        onChange={(event) => {
          beginInPalette(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.stopPropagation();
          closePalette();
        }}
      />
    </div>
  );
}
