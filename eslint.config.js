import js from "@eslint/js";
import reactHooks from "eslint-plugin-react-hooks";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

const typeScript = ["**/*.{ts,tsx}"];

/** Raw channels bypass the contract: names unchecked, senders unvetted, values unparsed. */
const rawIpc = ["ipcMain", "ipcRenderer"].map((importName) => ({
  name: "electron",
  importNames: [importName],
  message: "Go through src/main/ipc or src/preload: they vet the sender and parse by the contract.",
}));

/** The heart is given its time and its chance, and does no I/O, so that it plays in virtual time. */
const noTimeOrChanceOfItsOwn = {
  "no-restricted-globals": [
    "error",
    ...["setTimeout", "setInterval", "setImmediate", "performance", "process", "console"].map(
      (name) => ({ name, message: "The heart is given its Clock; it has no world of its own." }),
    ),
  ],
  "no-restricted-properties": [
    "error",
    { object: "Date", property: "now", message: "Ask the Clock that was passed in." },
    { object: "Math", property: "random", message: "Use the Random that was passed in." },
  ],
  "no-restricted-syntax": [
    "error",
    { selector: "NewExpression[callee.name='Date']", message: "Use Instant and the Clock." },
  ],
  "no-restricted-imports": [
    "error",
    { patterns: [{ group: ["node:*"], message: "The heart does no I/O." }] },
  ],
};

export default defineConfig(
  globalIgnores(["out/", "dist/", "node_modules/", ".cache/", "coverage/"]),
  js.configs.recommended,
  {
    files: typeScript,
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // An arrow whose body is one call reads well, also where nothing is returned.
      "@typescript-eslint/no-confusing-void-expression": "off",
      // A port is asynchronous for all, though one of its adapters may have nothing to wait for.
      "@typescript-eslint/require-await": "off",
      // After a check of the bounds, under noUncheckedIndexedAccess.
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-misused-promises": [
        "error",
        { checksVoidReturn: { attributes: false } },
      ],
      "@typescript-eslint/non-nullable-type-assertion-style": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "no-restricted-imports": ["error", { paths: rawIpc }],
    },
  },
  {
    files: ["src/main/ipc/**", "src/preload/**"],
    rules: { "no-restricted-imports": "off" },
  },
  { files: ["src/main/dialing/**/*.ts"], rules: noTimeOrChanceOfItsOwn },
  {
    // The asynchronous successors of safeStorage's functions are younger than Electron 25.
    files: ["src/main/secrets/**/*.ts"],
    rules: { "@typescript-eslint/no-deprecated": "off" },
  },
  {
    files: ["src/renderer/**/*.{ts,tsx}"],
    plugins: { "react-hooks": reactHooks },
    // The preset's other rules prepare for the React Compiler, which is not used here.
    rules: {
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
      // What hooks and stores hand out are closures, made to be taken apart.
      "@typescript-eslint/unbound-method": "off",
    },
  },
  {
    files: ["test/**/*.{ts,tsx}"],
    rules: {
      "@typescript-eslint/unbound-method": "off",
      // A stand-in does nothing where the test asks nothing of it.
      "@typescript-eslint/no-empty-function": "off",
      // `expect.any(…)` and what a callback has changed since are more than the types can see.
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-return": "off",
      "@typescript-eslint/no-unnecessary-condition": "off",
    },
  },
  {
    files: ["{scripts,test}/**/*.{mjs,cjs}", "*.config.js", ".dependency-cruiser.cjs"],
    languageOptions: {
      globals: Object.fromEntries(
        ["process", "console", "fetch", "AbortSignal", "setInterval", "clearInterval", "require"]
          .concat("module", "setTimeout", "URL", "Buffer", "performance")
          .map((name) => [name, "readonly"]),
      ),
    },
  },
);
