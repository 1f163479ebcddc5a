import { lazy, Suspense, type ReactNode } from "react";

import type { RatingOffer } from "@/api/types";
import { Loading } from "@/components/states";

const RatingForm = lazy(() =>
  import("@/features/surveys/components/rating-form").then((module) => ({ default: module.RatingForm })),
);

/** The rating on a ticket's own page; most tickets that are looked at are not solved yet. */
export const rateInPlace = ({ token }: RatingOffer): ReactNode => (
  <Suspense fallback={<Loading lines={3} />}>
    <RatingForm token={token} inPlace />
  </Suspense>
);
