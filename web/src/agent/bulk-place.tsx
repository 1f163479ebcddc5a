import { lazy, Suspense } from "react";

import { useFollowed } from "@/features/bulk/followed";

/** Only who changes many tickets pays for it. */
const BulkBand = lazy(() =>
  import("@/features/bulk/components/bulk-band").then((found) => ({ default: found.BulkBand })),
);

/** Where it is said how far changes of many tickets are. */
export function BulkPlace() {
  if (useFollowed().length === 0) return null;
  return (
    <Suspense>
      <BulkBand />
    </Suspense>
  );
}
