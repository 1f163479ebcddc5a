import { createContext, useContext } from "react";

import type { Config } from "./config";

export interface Branding {
  name: string;
  supportEmail: string | null;
  /** True on the local stack only. */
  local: boolean;
}

const PLAIN: Branding = { name: "Helpdesk", supportEmail: null, local: false };

/** Until or unless the stack says otherwise, the product wears its own name. */
export const brandingOf = (config: Config | null): Branding =>
  config === null
    ? PLAIN
    : {
        name: config.branding.name,
        supportEmail: config.branding.support_email,
        local: config.local ?? false,
      };

export const BrandingContext = createContext<Branding>(PLAIN);
export const useBranding = (): Branding => useContext(BrandingContext);
