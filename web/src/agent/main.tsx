import "@/styles/base.css";
import "./mantine";
import "@mantine/notifications/styles.layer.css";
import "./agent.css";

import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode, type ReactNode } from "react";
import { createRoot } from "react-dom/client";

import { LiveRegion } from "@/components/live-region";
import { setBearerSource } from "@/lib/api-client";
import { BrandingContext, brandingOf } from "@/lib/branding";
import { followSystemScheme, usePaintedScheme } from "@/lib/colour-scheme";
import { loadConfig } from "@/lib/config";
import { setDraftOwner } from "@/lib/draft";
import { startLanguage } from "@/lib/language";
import { keepProductClock } from "@/lib/product-clock";
import { createQueryClient } from "@/lib/query-client";

import { bundles } from "./language-bundles";
import { createAgentRouter } from "./router";
import { session } from "./session";
import { cssVariablesResolver, theme } from "./theme";

function Themed({ children }: { children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      forceColorScheme={usePaintedScheme()}
      cssVariablesResolver={cssVariablesResolver}
    >
      <Notifications
        position="bottom-right"
        containerWidth={360}
        autoClose={6000}
        zIndex="var(--z-notices)"
      />
      {children}
    </MantineProvider>
  );
}

async function start(): Promise<void> {
  followSystemScheme();
  keepProductClock();
  setBearerSource(() => session.bearer());
  setDraftOwner(() => session.person());
  const client = createQueryClient(() => void session.forget());
  const [config] = await Promise.all([loadConfig().catch(() => null), startLanguage(bundles)]);
  const root = document.getElementById("root");
  if (root === null) throw new Error("No #root");
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <BrandingContext value={brandingOf(config)}>
          <Themed>
            <RouterProvider router={createAgentRouter()} />
            <LiveRegion />
          </Themed>
        </BrandingContext>
      </QueryClientProvider>
    </StrictMode>,
  );
}

void start();
