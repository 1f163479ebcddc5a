import { lazy, Suspense } from "react";

import { useFollowed as useFollowedChanges } from "@/features/bulk/followed";
import { useFollowed as useFollowedExports } from "@/lib/desk/exports";

/** Only who changes many tickets pays for it, and who exports some. */
const BulkBand = lazy(() =>
  import("@/features/bulk/components/bulk-band").then((found) => ({ default: found.BulkBand })),
);
const ExportBand = lazy(() =>
  import("@/features/exports/components/export-band").then((found) => ({ default: found.ExportBand })),
);

/** Where it is said how far things are that go on in the background. */
export function BackgroundPlace() {
  const changes = useFollowedChanges().length > 0;
  const exports = useFollowedExports().length > 0;
  return (
    <Suspense>
      {changes && <BulkBand />}
      {exports && <ExportBand />}
    </Suspense>
  );
}
