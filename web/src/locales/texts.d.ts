/** The texts by namespace, for the types: what is shared, and what each feature brings, a line each. */
import "i18next";

type Agent = typeof import("./en/agent.json") &
  typeof import("../features/answers/locales/en/agent.json") &
  typeof import("../features/assets/locales/en/agent.json") &
  typeof import("../features/assignment/locales/en/agent.json") &
  typeof import("../features/bulk/locales/en/agent.json") &
  typeof import("../features/chat/locales/en/agent.json") &
  typeof import("../features/clocks/locales/en/agent.json") &
  typeof import("../features/directory/locales/en/agent.json") &
  typeof import("../features/exports/locales/en/agent.json") &
  typeof import("../features/intake/locales/en/agent.json") &
  typeof import("../features/knowledge/locales/en/agent.json") &
  typeof import("../features/ladders/locales/en/agent.json") &
  typeof import("../features/levels/locales/en/agent.json") &
  typeof import("../features/inbox/locales/en/agent.json") &
  typeof import("../features/lists/locales/en/agent.json") &
  typeof import("../features/mail/locales/en/agent.json") &
  typeof import("../features/notices/locales/en/agent.json") &
  typeof import("../features/numbers/locales/en/agent.json") &
  typeof import("../features/palette/locales/en/agent.json") &
  typeof import("../features/participants/locales/en/agent.json") &
  typeof import("../features/pins/locales/en/agent.json") &
  typeof import("../features/presence/locales/en/agent.json") &
  typeof import("../features/search/locales/en/agent.json") &
  typeof import("../features/sides/locales/en/agent.json") &
  typeof import("../features/surveys/locales/en/agent.json") &
  typeof import("../features/tickets/locales/en/agent.json") &
  typeof import("../features/views/locales/en/agent.json");

type Portal = typeof import("./en/portal.json") &
  typeof import("../features/answers/locales/en/portal.json") &
  typeof import("../features/chat/locales/en/portal.json") &
  typeof import("../features/intake/locales/en/portal.json") &
  typeof import("../features/knowledge/locales/en/portal.json") &
  typeof import("../features/lists/locales/en/portal.json") &
  typeof import("../features/surveys/locales/en/portal.json") &
  typeof import("../features/tickets/locales/en/portal.json");

type Settings = typeof import("./en/settings.json") &
  typeof import("../features/assets/locales/en/settings.json") &
  typeof import("../features/chat/locales/en/settings.json") &
  typeof import("../features/intake/locales/en/settings.json") &
  typeof import("../features/knowledge/locales/en/settings.json") &
  typeof import("../features/letters/locales/en/settings.json") &
  typeof import("../features/mail/locales/en/settings.json") &
  typeof import("../features/notices/locales/en/settings.json") &
  typeof import("../features/numbers/locales/en/settings.json") &
  typeof import("../features/organizations/locales/en/settings.json") &
  typeof import("../features/preferences/locales/en/settings.json") &
  typeof import("../features/push/locales/en/settings.json") &
  typeof import("../features/routing/locales/en/settings.json") &
  typeof import("../features/sla/locales/en/settings.json") &
  typeof import("../features/staffing/locales/en/settings.json");

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "common";
    resources: {
      common: typeof import("./en/common.json");
      refusals: typeof import("./en/refusals.json");
      agent: Agent;
      portal: Portal;
      settings: Settings;
    };
  }
}
