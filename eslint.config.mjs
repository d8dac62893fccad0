import tseslint from "typescript-eslint";

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
  { files: ["scripts/**", "examples/**", "test/**", "bench/**", "checks/cli/**"], rules: { "no-console": "off" } },
);
