import "@/styles/base.css";

import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";

import { LiveRegion } from "@/components/live-region";
import { setBearerSource } from "@/lib/api-client";
import { BrandingContext, brandingOf } from "@/lib/branding";
import { followSystemScheme } from "@/lib/colour-scheme";
import { loadConfig } from "@/lib/config";
import { setDraftOwner } from "@/lib/draft";
import { startLanguage } from "@/lib/language";
import { keepProductClock } from "@/lib/product-clock";
import { createQueryClient } from "@/lib/query-client";

import { App } from "./app";
import { bundles } from "./language-bundles";
import { followLinks } from "./location";
import { session } from "./session";

async function start(): Promise<void> {
  followSystemScheme();
  followLinks();
  keepProductClock();
  setBearerSource(() => session.bearer());
  setDraftOwner(() => session.person());
  const [config] = await Promise.all([loadConfig().catch(() => null), startLanguage(bundles)]);
  const root = document.getElementById("root");
  if (root === null) throw new Error("No #root");
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={createQueryClient(() => undefined)}>
        <BrandingContext value={brandingOf(config)}>
          <App />
          <LiveRegion />
        </BrandingContext>
      </QueryClientProvider>
    </StrictMode>,
  );
}

void start();
