import { lazy, Suspense } from "react";

import type { OnTicket } from "@/lib/ticket-parts";

const KnownAnswers = lazy(async () => ({
  default: (await import("./components/known-answers")).KnownAnswers,
}));

/** The first level learns what the higher ones found out. */
export function KnownAnswersPanel({ ticket, insert }: OnTicket) {
  const { level, category, phase } = ticket;
  if (level !== "L1" || category === null || phase === "closed") return null;
  return (
    <Suspense>
      <KnownAnswers key={category} level={level} category={category} onUse={insert} />
    </Suspense>
  );
}
