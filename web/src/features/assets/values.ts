import type { Asset, AssetPlan } from "@/api/settings-types";
import type { Scale } from "@/api/types";

export interface AssetValues {
  name: string;
  type: string;
  tag: string;
  /** Empty: of no one. */
  organization: string;
  /** Empty: it raises no impact. */
  impact: Scale | "";
  notes: string;
  retired: boolean;
}

export const assetValues = (found: Asset): AssetValues => ({
  name: found.name,
  type: found.type,
  tag: found.tag,
  organization: found.organization ?? "",
  impact: found.impact ?? "",
  notes: found.notes,
  retired: found.retired,
});

export const assetPlan = ({ organization, impact, ...rest }: AssetValues): AssetPlan => ({
  ...rest,
  organization: organization.trim() === "" ? null : organization.trim(),
  impact: impact === "" ? null : impact,
});
