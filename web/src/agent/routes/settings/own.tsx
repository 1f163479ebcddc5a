import { OwnPage } from "@/features/preferences/pages/own";
import { DevicesCard } from "@/features/push/components/devices-card";

/** What one has chosen for oneself, and the devices on which one is told. */
export const OwnSettingsPage = () => (
  <OwnPage>
    <DevicesCard />
  </OwnPage>
);
