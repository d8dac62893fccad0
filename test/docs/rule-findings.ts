import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../checks/cli/run";
import type { Report } from "cdktf-oauth2-token/checks";

/** The ids of the rules that find something in a page's configuration, in their order. A shell script becomes a provisioner's. */
export async function findingsIn(language: string, text: string): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), "docs-"));
  try {
    const file = join(folder, language === "sh" ? "main.tf.json" : "main.tf");
    const provisioner = { provisioner: [{ "local-exec": { command: text.replaceAll("${", "$${") } }] };
    writeFileSync(
      file,
      language === "sh" ? JSON.stringify({ resource: { terraform_data: { token: provisioner } } }) : text,
    );
    let stdout = "";
    let stderr = "";
    await run(["check", file, "--format", "json"], {
      stdout: (part) => (stdout += part),
      stderr: (part) => (stderr += part),
    });
    if (stdout === "") return [stderr];
    const { findings, problems, acknowledgements } = JSON.parse(stdout) as Report;
    // An acknowledgement that accepts nothing would be a mistake of the page.
    const idle = acknowledgements.filter(({ status }) => status !== "used");
    return [
      ...idle.map(({ id, status }) => `${status}: ${id}`),
      ...new Set([...problems.map(({ message }) => `problem: ${message}`), ...findings.map(({ rule }) => rule)]),
    ].sort();
  } finally {
    rmSync(folder, { recursive: true });
  }
}
