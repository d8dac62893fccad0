import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";

// The whole test command: style, types, then every test project. Snapshots are never written here.
const reports = mkdtempSync(join(tmpdir(), "test-report-"));
const report = join(reports, "report.json");

const steps = [
  ["eslint", "."],
  ["prettier", "--check", "."],
  ["tsc", "--noEmit"],
  // Keycloak takes a minute to start, public Terraform long to download: both have runs of their own, which the last lines name. One
  // pattern: of several, vitest runs what any of them allows.
  [
    "vitest",
    "run",
    "--project=!apart-*",
    "--update=none",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ],
];

/** What failed other than by a test. */
const faults = [];

for (const [command, ...args] of steps) {
  const shown = args.filter((arg) => !arg.startsWith("--reporter") && !arg.startsWith("--outputFile"));
  console.log(`\n> ${[command, ...shown].join(" ")}`);
  const { status } = spawnSync("npx", ["--no-install", command, ...args], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status !== 0 && command !== "vitest") faults.push(`${command} ended with exit status ${status}`);
  if (status !== 0 && command === "vitest" && failedTests().length === 0) faults.push("vitest failed beside its tests");
}

const tests = results();
const failed = failedTests();
const skipped = tests.filter(({ status }) => status !== "passed" && status !== "failed");
const notRun = skipped.filter(({ meta }) => meta?.notRun);
for (const { file, fullName } of skipped.filter(({ meta }) => !meta?.notRun))
  faults.push(`skipped without a reason: ${file}: ${fullName}`);
// The tests themselves fail for what is missing where CI=true; this catches one that would not.
if (process.env.CI === "true" && notRun.length > 0) faults.push("with CI=true nothing may be left out");

if (notRun.length > 0) console.log("\nNot run on this machine:");
for (const [why, names] of byReason(notRun)) {
  console.log(`  ${why}`);
  for (const name of names) console.log(`    ${name}`);
}
if (faults.length > 0) console.log(`\nFailed:\n${faults.map((fault) => `  ${fault}`).join("\n")}`);
rmSync(reports, { recursive: true });
console.log(`\n${tests.length - failed.length - skipped.length} passed, ${failed.length + faults.length} failed`);
console.log(
  "Runs of their own: npm run test:keycloak (Java and Maven), npm run test:cdktn (CDK Terrain), npm run test:public (Go and a network)",
);
process.exitCode = failed.length + faults.length > 0 ? 1 : 0;

function results() {
  if (!existsSync(report)) return [];
  const { testResults } = JSON.parse(readFileSync(report, "utf8"));
  return testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map((result) => ({ ...result, file: relative(process.cwd(), name) })),
  );
}

function failedTests() {
  return results().filter(({ status }) => status === "failed");
}

function byReason(left) {
  const reasons = new Map();
  for (const { file, fullName, meta } of left)
    reasons.set(meta.notRun, [...(reasons.get(meta.notRun) ?? []), `${file}: ${fullName}`]);
  return reasons;
}
