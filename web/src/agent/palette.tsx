import { useNavigate } from "@tanstack/react-router";

import type { Me } from "@/api/types";
import { Palette } from "@/features/palette/components/palette";
import { closePalette, usePaletteOpen } from "@/lib/palette";

import { usePaletteSources } from "./palette-sources";

/** With all that this app has to find. */
export function AgentPalette({ me }: { me: Me }) {
  const opened = usePaletteOpen();
  const navigate = useNavigate();
  return (
    <Palette
      sources={usePaletteSources(me, opened)}
      opened={opened}
      onClose={closePalette}
      onGo={(to, place) => {
        if (place === "here") void navigate({ to });
        else window.open(`/agent${to}`, "_blank", "noopener");
      }}
    />
  );
}
