import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

// The whole test command: style, types, then every test project. Snapshots are never written here.
const reports = mkdtempSync(join(tmpdir(), "test-report-"));
const report = join(reports, "report.json");

const steps = [
  ["eslint", "."],
  ["prettier", "--check", "."],
  ["tsc", "--noEmit"],
  ["vitest", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
];

for (const [command, ...args] of steps) {
  console.log(`\n> ${command} ${args.join(" ")}`);
  const { status } = spawnSync("npx", ["--no-install", command, ...args], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status !== 0) process.exit(status ?? 1);
}

const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, "utf8"));
rmSync(reports, { recursive: true });
console.log(`\n${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped`);
