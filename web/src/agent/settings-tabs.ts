import { assetsTab } from "@/features/assets/settings-page";
import { organizationsTab } from "@/features/organizations/settings-page";
import { routingTab } from "@/features/routing/settings-page";
import { slaTab } from "@/features/sla/settings-page";
import { plannerTab, teamsTab } from "@/features/staffing/settings-page";

/** In the order in which they stand above the pages of the settings. */
export const TABS = [teamsTab, plannerTab, organizationsTab, assetsTab, slaTab, routingTab] as const;
