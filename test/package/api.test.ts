import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { runChild } from "../engine/child";
import { npmEnvironment } from "./npm-environment";
import { REPOSITORY } from "./installation";

/** After a change that is meant: `npm run api`, and commit what it wrote. */
it("exports what was reviewed, and documents it as it is", async () => {
  const script = `import("./scripts/api-report.mjs").then(({ apiFiles }) => console.log(JSON.stringify(apiFiles())))`;
  const options = { cwd: REPOSITORY, env: npmEnvironment(), timeoutMs: 300_000 };
  const { code, stdout, output } = await runChild(process.execPath, ["-e", script], options);
  expect(code, output).toBe(0);
  const files = Object.entries(JSON.parse(stdout) as Record<string, string>);
  expect(files.map(([file]) => file)).toContain("docs/api.md");
  for (const [file, text] of files)
    expect.soft(text, `${file}: npm run api`).toBe(await readFile(join(REPOSITORY, file), "utf8").catch(() => ""));
});
