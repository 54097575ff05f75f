import js from "@eslint/js";
import { createNodeResolver, flatConfigs, importX } from "eslint-plugin-import-x";
import { configs as lit } from "eslint-plugin-lit";
import tseslint from "typescript-eslint";

/** Which folders a folder may not import from: arrows point from views down to utils, never back. */
const LAYERS = ["utils", "ha", "localize", "data", "components", "dialogs", "cards", "panel"];

const zones = LAYERS.map((layer, level) => ({
  target: `./src/${layer}`,
  from: LAYERS.slice(level + 1).map((above) => `./src/${above}`),
  message: `${layer}/ is below what it imports (order: ${LAYERS.join(" < ")}).`,
})).filter((zone) => zone.from.length > 0);

export default tseslint.config(
  { ignores: ["node_modules", "dev/dist", "src/data/types.gen.ts"] },
  js.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [
      ...tseslint.configs.recommendedTypeChecked,
      ...tseslint.configs.stylistic,
      lit["flat/recommended"],
      flatConfigs.typescript,
    ],
    plugins: { "import-x": importX },
    languageOptions: { parserOptions: { projectService: true } },
    settings: {
      "import-x/resolver-next": [createNodeResolver({ extensions: [".ts", ".js", ".json"] })],
    },
    rules: {
      "import-x/no-cycle": "error",
      "import-x/no-restricted-paths": [
        "error",
        {
          zones: [
            ...zones,
            { target: "./src/panel", from: "./src/cards" },
            { target: "./src", from: "./dev", except: [] },
          ],
        },
      ],
      "max-lines": ["error", { max: 300 }],
      "max-lines-per-function": ["error", { max: 50 }],
      complexity: ["error", 12],
      "no-console": "error",
      eqeqeq: ["error", "smart"],
      "no-restricted-properties": [
        "error",
        { property: "innerHTML", message: "Use a Lit template: it escapes." },
        { property: "outerHTML", message: "Use a Lit template: it escapes." },
        { property: "insertAdjacentHTML", message: "Use a Lit template: it escapes." },
      ],
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            { group: ["lit/directives/unsafe*"], message: "Nothing here needs raw HTML." },
          ],
        },
      ],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-floating-promises": ["error", { ignoreVoid: true }],
      "@typescript-eslint/no-misused-promises": [
        "error",
        { checksVoidReturn: { arguments: false, properties: false } },
      ],
    },
  },
  {
    files: ["**/*.test.ts"],
    rules: {
      "import-x/no-restricted-paths": "off",
      "max-lines-per-function": "off",
      "@typescript-eslint/unbound-method": "off",
    },
  },
  {
    files: ["*.mjs"],
    languageOptions: { globals: { process: "readonly", console: "readonly", URL: "readonly" } },
    rules: { "no-console": "off" },
  },
);
