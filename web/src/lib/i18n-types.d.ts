import "i18next";

import type agent from "../locales/en/agent.json";
import type common from "../locales/en/common.json";
import type portal from "../locales/en/portal.json";
import type refusals from "../locales/en/refusals.json";
import type settings from "../locales/en/settings.json";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "common";
    resources: {
      common: typeof common;
      portal: typeof portal;
      agent: typeof agent;
      refusals: typeof refusals;
      settings: typeof settings;
    };
  }
}
