import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Tests run on the sources: no build stands between a change and its test. */
export default defineConfig({
  resolve: {
    alias: [
      { find: /^cdktf-oauth2-token$/, replacement: here("./lib/index.ts") },
      { find: /^cdktf-oauth2-token\/checks$/, replacement: here("./checks/index.ts") },
      { find: /^cdktf-oauth2-token\/vitest$/, replacement: here("./checks/vitest.ts") },
    ],
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          // One load of CDKTF for all files, which is half of the time. These tests replace no module.
          isolate: false,
          // What takes two seconds alone may take ten where the machine is busy.
          testTimeout: 60_000,
          include: ["test/**/*.test.ts"],
          exclude: ["test/{program,server,keycloak,engine,package,cli,docs,public}/**", "test/checks/slow/**"],
        },
      },
      {
        extends: true,
        // A test may have to build a server with Go first.
        test: { name: "program", include: ["test/{program,server}/**/*.test.ts"], testTimeout: 900_000 },
      },
      {
        extends: true,
        test: {
          name: "engine",
          include: ["test/engine/**/*.test.ts"],
          testTimeout: 900_000,
          hookTimeout: 900_000,
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: "package",
          include: ["test/package/**/*.test.ts"],
          globalSetup: "test/package/pack.ts",
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
      {
        // A run of its own, which npm test leaves out: npm run test:keycloak.
        extends: true,
        test: {
          name: "apart-keycloak",
          include: ["test/keycloak/**/*.test.ts"],
          globalSetup: "test/server/keycloak/setup.ts",
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
      {
        // A run of its own, which npm test leaves out: npm run test:public.
        extends: true,
        test: { name: "apart-public", include: ["test/public/**/*.test.ts"] },
      },
      { extends: true, test: { name: "docs", include: ["test/docs/**/*.test.ts"], testTimeout: 120_000 } },
      { extends: true, test: { name: "commands", include: ["test/cli/**/*.test.ts"], testTimeout: 120_000 } },
      { extends: true, test: { name: "checks", include: ["test/checks/slow/**/*.test.ts"], testTimeout: 300_000 } },
    ],
  },
});
