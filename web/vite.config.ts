import { fileURLToPath, URL } from "node:url";

import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig, type ViteUserConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const edge = process.env.HELPDESK_EDGE ?? "http://127.0.0.1:8080";
const edgePaths = ["/api", "/login", "/logout", "/oauth2", "/.well-known", "/local", "/config.json"];

// What the portal has instead of React: the same interface in a tenth of the size.
const preact: Record<string, string> = {
  react: "preact/compat",
  "react/jsx-runtime": "preact/jsx-runtime",
  "react/jsx-dev-runtime": "preact/jsx-runtime",
  "react-dom": "preact/compat",
  "react-dom/client": "preact/compat/client",
  "react-dom/test-utils": "preact/test-utils",
};

const preactInPortal: Plugin = {
  name: "preact-in-portal",
  enforce: "pre",
  applyToEnvironment: ({ name }) => name === "portal",
  resolveId(source, importer, options) {
    const instead = preact[source];
    return instead === undefined ? undefined : this.resolve(instead, importer, options);
  },
};

const inPages = {
  environment: "jsdom",
  environmentOptions: { jsdom: { url: "http://helpdesk.test/" } },
  setupFiles: ["./src/testing/setup.ts"],
};
const onReact = {
  ...inPages,
  setupFiles: ["./src/testing/react.ts", "./src/testing/fresh.ts", ...inPages.setupFiles],
};

// In tests the same by aliases, also in the packages that use React; of these, the files that can be changed so.
const onPreact = {
  alias: Object.entries({
    ...preact,
    "use-sync-external-store/shim": "preact/compat",
    "@testing-library/react": here(
      "./node_modules/@testing-library/react/dist/@testing-library/react.esm.js",
    ),
  }).map(([name, replacement]) => ({ find: new RegExp(`^${name}$`), replacement })),
  inlined: [/@testing-library.react/, /@tanstack.react-query/, /react-i18next/],
};

const built = (page: string, framework: RegExp) => ({
  manifest: `.vite/${page}.json`,
  rolldownOptions: {
    input: here(`./${page}`),
    output: { codeSplitting: { groups: [{ name: "framework", test: framework }] } },
  },
});

export default defineConfig(async ({ mode }): Promise<ViteUserConfig> => ({
  plugins: [
    preactInPortal,
    react(),
    ...(mode === "mock" ? [(await import("./src/testing/mock-server.ts")).mockServer()] : []),
  ],
  resolve: { alias: { "@": here("./src") } },
  build: {
    target: "es2022",
    modulePreload: { polyfill: false },
    // Everything small stays a file of its own: data: addresses would need a wider content security policy.
    assetsInlineLimit: 0,
  },
  environments: {
    client: {
      build: built("agent.html", /node_modules[\\/](react|react-dom|scheduler|i18next|react-i18next)[\\/]/),
    },
    portal: {
      consumer: "client",
      build: {
        ...built("index.html", /node_modules[\\/](preact|i18next|react-i18next)[\\/]/),
        emptyOutDir: false,
        copyPublicDir: false,
      },
    },
  },
  builder: {
    async buildApp(builder) {
      for (const app of ["client", "portal"]) {
        const environment = builder.environments[app];
        if (environment !== undefined) await builder.build(environment);
      }
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
    testTimeout: 90_000,
    maxWorkers: "100%",
    projects: [
      {
        extends: true,
        test: {
          // One after the other in a process: packages are loaded once, what is ours anew for each (`fresh.ts`).
          name: "agent",
          ...onReact,
          isolate: false,
          include: ["src/**/*.test.tsx", "src/**/*.dom.test.ts"],
          exclude: ["src/**/*.portal.test.tsx", "src/**/*.alone.test.tsx"],
        },
      },
      {
        // Who changes modules for a test changes them for nobody else.
        extends: true,
        test: { name: "alone", ...onReact, include: ["src/**/*.alone.test.tsx"] },
      },
      {
        extends: true,
        test: {
          // What needs no page starts ten times as fast without one.
          name: "logic",
          environment: "node",
          isolate: false,
          include: ["src/**/*.test.ts"],
          exclude: ["src/**/*.dom.test.ts"],
        },
      },
      {
        extends: true,
        resolve: { alias: onPreact.alias },
        test: {
          name: "portal",
          ...inPages,
          include: ["src/**/*.portal.test.tsx"],
          server: { deps: { inline: onPreact.inlined } },
        },
      },
      { extends: true, test: { name: "build", environment: "node", include: ["scripts/**/*.test.ts"] } },
    ],
  },
}));
