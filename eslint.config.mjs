import regexp from "eslint-plugin-regexp";
import tseslint from "typescript-eslint";
import { forbiddenIn, LAYERS } from "./scripts/layers.mjs";

export default tseslint.config(
  { ignores: ["dist", "node_modules", "**/cdktf.out", "**/.terraform"] },
  {
    files: ["**/*.ts"],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // A class of static factories is jsii's way to a typed choice, and what the public surface is made of.
      "@typescript-eslint/no-extraneous-class": "off",
      // A construct that nothing refers to is how CDKTF is used.
      "no-new": "off",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/prefer-readonly": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      eqeqeq: "error",
      "no-console": "error",
    },
  },
  {
    // What these read may be hostile: nothing in it may keep a pattern busy, become one, or overflow the stack.
    files: ["lib/**/*.ts", "checks/**/*.ts"],
    plugins: { regexp },
    rules: {
      "regexp/no-super-linear-backtracking": "error",
      "regexp/no-super-linear-move": "error",
      "no-restricted-syntax": [
        "error",
        {
          selector: "NewExpression[callee.name='RegExp'], CallExpression[callee.name='RegExp']",
          message: "Text must not become a pattern: search for it as it stands.",
        },
        {
          selector: "Literal[regex.flags=/m/]",
          message: "With the flag m, ^ begins at every line end in a run of them: split the text into lines.",
        },
        {
          selector: "CallExpression[callee.property.name=/^(?:push|unshift|min|max|fromCharCode)$/] > SpreadElement",
          message: "A long list does not fit on the stack as arguments: append(list, items), or reduce.",
        },
      ],
    },
  },
  {
    // A function is a screen at most. What is longer has parts with names of their own, or is a table.
    files: ["lib/**/*.ts", "checks/**/*.ts", "cli/**/*.ts"],
    rules: { "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }] },
  },
  {
    // One module reads files, with its walls; the others may write what they were asked to write.
    files: ["checks/**/*.ts"],
    ignores: ["checks/configuration/file-reader.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          paths: [
            ...["fs", "fs/promises", "node:fs/promises", "child_process", "node:child_process"].map((name) => ({
              name,
            })),
            {
              name: "node:fs",
              allowImportNames: ["Dirent", "mkdtempSync", "rmSync", "writeFileSync"],
              message: "Files are read by checks/configuration/file-reader.ts alone.",
            },
          ],
        },
      ],
    },
  },
  ...Object.keys(LAYERS).map((layer) => ({
    files: [`checks/${layer}/**/*.ts`],
    rules: {
      "@typescript-eslint/no-restricted-imports": [
        "error",
        {
          patterns: forbiddenIn(layer).map((regex) => ({
            regex,
            message: `checks/${layer} may not know it: see scripts/layers.mjs.`,
          })),
        },
      ],
    },
  })),
  { files: ["scripts/**", "examples/**", "test/**", "bench/**", "checks/cli/**"], rules: { "no-console": "off" } },
);
