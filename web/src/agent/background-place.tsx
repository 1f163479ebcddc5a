import { optional } from "@/components/optional";
import { useFollowed as useFollowedChanges } from "@/features/bulk/followed";
import { useFollowed as useFollowedExports } from "@/lib/desk/exports";

/** Only who changes many tickets pays for it, and who exports some. */
const BulkBand = optional(async () => (await import("@/features/bulk/components/bulk-band")).BulkBand);
const ExportBand = optional(
  async () => (await import("@/features/exports/components/export-band")).ExportBand,
);

/** Where it is said how far things are that go on in the background. */
export function BackgroundPlace() {
  const changes = useFollowedChanges().length > 0;
  const exports = useFollowedExports().length > 0;
  return (
    <>
      {changes && <BulkBand />}
      {exports && <ExportBand />}
    </>
  );
}
