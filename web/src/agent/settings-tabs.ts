import { assetsTab } from "@/features/assets/settings-page";
import { chatTab } from "@/features/chat/settings-page";
import { topicsTab } from "@/features/intake/settings-page";
import { lettersTab } from "@/features/letters/settings-page";
import { mailboxesTab, mailsTab } from "@/features/mail/settings-page";
import { unreachedTab } from "@/features/notices/settings-page";
import { organizationsTab } from "@/features/organizations/settings-page";
import { routingTab } from "@/features/routing/settings-page";
import { slaTab } from "@/features/sla/settings-page";
import { plannerTab, teamsTab } from "@/features/staffing/settings-page";

/** The pages of the settings in the order of their list. `words` are what else they are looked for by. */
export const GROUPS = [
  { title: "nav.people", tabs: [teamsTab, plannerTab, organizationsTab] },
  { title: "nav.routing", tabs: [routingTab] },
  { title: "nav.promises", tabs: [slaTab] },
  { title: "nav.channels", tabs: [mailboxesTab, mailsTab, unreachedTab, lettersTab, chatTab] },
  { title: "nav.portal", tabs: [topicsTab] },
  { title: "nav.data", tabs: [assetsTab] },
] as const;

export type SettingsTab = (typeof GROUPS)[number]["tabs"][number];

export const TABS: readonly SettingsTab[] = GROUPS.flatMap(({ tabs }): readonly SettingsTab[] => tabs);
