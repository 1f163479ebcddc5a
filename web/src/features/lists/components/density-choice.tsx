import { SegmentedControl, VisuallyHidden } from "@mantine/core";
import {
  IconBaselineDensityLarge,
  IconBaselineDensityMedium,
  IconBaselineDensitySmall,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import type { Density } from "@/api/types";
import { useChangeOwnSettings, useOwnSettings } from "@/lib/desk/own-settings";

const CHOICES = [
  ["comfortable", IconBaselineDensityLarge],
  ["normal", IconBaselineDensityMedium],
  ["compact", IconBaselineDensitySmall],
] as const satisfies readonly (readonly [Density, unknown])[];

/** How close together rows stand. */
export function DensityChoice() {
  const { t } = useTranslation("agent");
  const density = useOwnSettings().data?.density ?? "normal";
  const change = useChangeOwnSettings();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t("density.label")}
      value={density}
      onChange={(chosen) => {
        change({ density: chosen });
      }}
      data={CHOICES.map(([value, Icon]) => ({
        value,
        label: (
          <span title={t(`density.${value}`)}>
            <Icon size={16} aria-hidden />
            <VisuallyHidden>{t(`density.${value}`)}</VisuallyHidden>
          </span>
        ),
      }))}
    />
  );
}
