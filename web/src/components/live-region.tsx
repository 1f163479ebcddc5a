import { useEffect, useState } from "react";

import { onAnnouncement } from "@/lib/announcer";

/** The one polite live region of an app; `announce` speaks through it. */
export function LiveRegion() {
  const [said, setSaid] = useState({ text: "", turn: 0 });
  useEffect(
    () =>
      onAnnouncement((text) => {
        setSaid((before) => ({ text, turn: before.turn + 1 }));
      }),
    [],
  );
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {/* A new element each time, so that the same words are said again. */}
      <span key={said.turn}>{said.text}</span>
    </div>
  );
}
