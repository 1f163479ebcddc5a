/** Whole apps at an address, as a visitor gets them; only the network is pretended. */
import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";

import { createAgentRouter } from "@/agent/router";
import { session as agentSession } from "@/agent/session";
import { theme } from "@/agent/theme";
import { LiveRegion } from "@/components/live-region";
import { setBearerSource } from "@/lib/api-client";
import { createQueryClient } from "@/lib/query-client";
import { App as PortalApp } from "@/portal/app";
import { followLinks } from "@/portal/location";
import { session as portalSession } from "@/portal/session";
import { CONFIG } from "@/testing/config";

/** The app with the client that fetches for it, for tests that say what has become stale. */
function renderApp(children: ReactNode) {
  const client = createQueryClient(() => undefined);
  const app = (
    <QueryClientProvider client={client}>
      {children}
      <LiveRegion />
    </QueryClientProvider>
  );
  return { user: typist(), client, ...render(app) };
}

followLinks();

/** Types without pauses; nothing here depends on the time between two keys. */
const typist = () => userEvent.setup({ delay: null });

/** Put words in at once: a key at a time is slow here and shows nothing more. */
export async function write(user: ReturnType<typeof typist>, field: Element, text: string): Promise<void> {
  await user.click(field);
  await user.paste(text);
}

export function showPortal(address: string) {
  window.history.replaceState(null, "", address);
  setBearerSource(() => portalSession.bearer());
  return renderApp(<PortalApp />);
}

export function showAgent(address: string) {
  window.history.replaceState(null, "", address);
  setBearerSource(() => agentSession.bearer());
  const app = (
    <MantineProvider env="test" theme={theme} withCssVariables={false} withGlobalClasses={false}>
      <Notifications />
      <RouterProvider router={createAgentRouter()} />
    </MantineProvider>
  );
  return renderApp(app);
}

/** What the sign-in leaves behind in the browser. */
export function signedIn(app: "agent" | "portal"): void {
  const { oidc } = CONFIG(window.location.origin);
  const user = {
    id_token: "id-token",
    access_token: "x",
    token_type: "Bearer",
    profile: {},
    expires_at: 9_999_999_999,
  };
  window.localStorage.setItem(
    `helpdesk.session.${app}.user:${oidc.issuer}:${oidc.client_id}`,
    JSON.stringify(user),
  );
}
