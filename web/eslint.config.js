import { readdirSync } from "node:fs";

import js from "@eslint/js";
import { createNodeResolver, importX } from "eslint-plugin-import-x";
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import globals from "globals";
import tseslint from "typescript-eslint";

// The zones follow the directories, so a new feature is fenced the moment it exists.
const features = readdirSync("./src/features", { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

const zones = [
  ...features.map((name) => ({
    target: `./src/features/${name}`,
    from: "./src/features",
    except: [`./${name}`],
    message: "Features do not import each other: compose them in a route.",
  })),
  {
    target: "./src/features",
    from: ["./src/portal", "./src/agent"],
    message: "Routes use features, never the reverse.",
  },
  {
    target: ["./src/components", "./src/lib", "./src/api"],
    from: ["./src/features", "./src/portal", "./src/agent"],
    message: "Shared code knows no feature and no app.",
  },
  { target: "./src/lib", from: "./src/components", message: "lib draws nothing." },
  {
    target: "./src/portal",
    from: "./src/agent",
    message: "The portal stays small: nothing of the agent app.",
  },
  { target: "./src/agent", from: "./src/portal", message: "Two apps, two shells." },
];

/** Words that people wrote, by the names of what holds them. Labels and titles of the interface are no such words. */
const WRITTEN =
  "name|names|subject|email|file|reason|vendor|organization|plan|tried|answer|summary|next_step|was|would";
const FOREIGN = `:matches(MemberExpression[property.name=/^(${WRITTEN}|title)$/], Identifier[name=/^(${WRITTEN})$/])`;

export default tseslint.config(
  { ignores: ["dist", "node_modules"] },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  jsxA11y.flatConfigs.strict,
  reactHooks.configs.flat.recommended,
  {
    languageOptions: {
      globals: { ...globals.browser },
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { "import-x": importX },
    settings: {
      "import-x/resolver-next": [
        createNodeResolver({
          extensions: [".ts", ".tsx", ".js"],
          tsconfig: { configFile: "./tsconfig.json" },
        }),
      ],
      "import-x/parsers": { "@typescript-eslint/parser": [".ts", ".tsx"] },
    },
    rules: {
      "import-x/no-restricted-paths": ["error", { zones }],
      "import-x/no-cycle": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/consistent-type-definitions": ["error", "interface"],
    },
  },
  {
    files: ["src/**/*.test.tsx"],
    ignores: ["src/**/*.portal.test.tsx"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          name: "@/testing/render",
          importNames: ["showPortal"],
          message: "The portal runs on Preact, and so do tests that are named *.portal.test.tsx.",
        },
      ],
    },
  },
  {
    files: ["src/**/*.tsx"],
    ignores: ["src/**/*.test.tsx", "src/testing/**"],
    rules: {
      "no-restricted-syntax": [
        "error",
        ...["", ":matches(ConditionalExpression, LogicalExpression) > "].map((inside) => ({
          selector: `:matches(JSXElement:not([openingElement.name.name="bdi"]), JSXFragment) > JSXExpressionContainer > ${inside}${FOREIGN}`,
          message: "What people wrote may run the other way: put it into <bdi>.",
        })),
      ],
    },
  },
  {
    files: ["public/**", "scripts/**", "eslint.config.js"],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: globals.node },
  },
  { files: ["public/**"], languageOptions: { globals: globals.browser, sourceType: "script" } },
);
