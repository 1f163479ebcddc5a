import { fileURLToPath, URL } from "node:url";

import react from "@vitejs/plugin-react";
import { defineConfig, type ViteUserConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const edge = process.env.HELPDESK_EDGE ?? "http://127.0.0.1:8080";
const edgePaths = ["/api", "/login", "/logout", "/oauth2", "/.well-known", "/local", "/config.json"];

export default defineConfig(async ({ mode }): Promise<ViteUserConfig> => ({
  plugins: [
    react(),
    ...(mode === "mock" ? [(await import("./src/testing/mock-server.ts")).mockServer()] : []),
  ],
  resolve: { alias: { "@": here("./src") } },
  build: {
    target: "es2022",
    manifest: true,
    modulePreload: { polyfill: false },
    // Everything small stays a file of its own: data: addresses would need a wider content security policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: [here("./index.html"), here("./agent.html")],
      output: {
        codeSplitting: {
          groups: [
            {
              name: "framework",
              test: /node_modules[\\/](react|react-dom|scheduler|i18next|react-i18next)[\\/]/,
            },
          ],
        },
      },
    },
  },
  server: {
    proxy: {
      ...Object.fromEntries(edgePaths.map((path) => [path, { target: edge, changeOrigin: false }])),
      "/live": { target: edge, ws: true },
    },
  },
  test: {
    restoreMocks: true,
    testTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: "apps",
          environment: "jsdom",
          environmentOptions: { jsdom: { url: "http://helpdesk.test/" } },
          setupFiles: ["./src/testing/setup.ts"],
          include: ["src/**/*.test.{ts,tsx}"],
        },
      },
      { extends: true, test: { name: "build", environment: "node", include: ["scripts/**/*.test.ts"] } },
    ],
  },
}));
