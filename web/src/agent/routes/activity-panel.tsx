import { useTranslation } from "react-i18next";

import { optional } from "@/components/optional";
import { SideCard } from "@/components/side-card";
import type { OnTicket } from "@/lib/ticket-parts";

// By itself: it needs the words of all parts, among which it stands.
const ActivityList = optional(async () => (await import("./activity-list")).ActivityList);

export function ActivityPanel(on: OnTicket) {
  const { t } = useTranslation("agent");
  return (
    <SideCard title={t("history.title")}>
      <ActivityList {...on} />
    </SideCard>
  );
}
