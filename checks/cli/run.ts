import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { checkPaths } from "../files/check-paths.js";
import { reasonOf } from "../configuration/file-reader.js";
import { wasmOfSources } from "../configuration/hcl/wasm-files.js";
import { loadConfig } from "../options/config-file.js";
import { OptionsError } from "../options/read-options.js";
import { formatGithub } from "../report/github.js";
import { formatJson } from "../report/json.js";
import { errorsOf, invalidAcknowledgements, type Report } from "../report/report.js";
import { formatSarif } from "../report/sarif.js";
import { formatSummary } from "../report/summary.js";
import { formatText, type TextOptions } from "../report/text.js";
import { readArguments, UsageError, type Command } from "./arguments.js";
import { merge } from "./merge.js";
import { progressOn } from "./progress.js";
import { TOOL } from "./tool.js";
import { USAGE } from "./usage.js";

export interface Terminal {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** How a report on the standard output is written. */
  readonly text?: Pick<TextOptions, "colors" | "columns">;
}

type CheckCommand = Extract<Command, { kind: "check" }>;

const CLEAN = 0;
const FINDINGS = 1;
const COULD_NOT_RUN = 2;

/** Carries out a command line, and gives the exit status. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const command = readArguments(args);
    if (command.kind === "help") terminal.stdout(USAGE);
    else if (command.kind === "version") terminal.stdout(`${TOOL.version}\n`);
    else return await check(command, terminal);
    return CLEAN;
  } catch (error) {
    const kind = error instanceof Error ? error.name : typeof error;
    if (error instanceof UsageError) terminal.stderr(`${error.message}\nSee cdktf-oauth2-token check --help\n`);
    else if (error instanceof OptionsError) terminal.stderr(`${error.message}\n`);
    // An unforeseen error's message may quote what was read, and so a secret.
    else terminal.stderr(`The checks failed (${kind}). This is a fault of cdktf-oauth2-token: please report it.\n`);
    return COULD_NOT_RUN;
  }
}

async function check(command: CheckCommand, terminal: Terminal): Promise<number> {
  const workingDirectory = process.cwd();
  const config = loadConfig(command.config, workingDirectory);
  const progress = progressOn(process.stderr);
  const report = await checkPaths(command.paths, merge(config, command.options, workingDirectory), {
    source: command.config ?? "cdktf-oauth2-token.json",
    folder: config?.folder ?? workingDirectory,
    workingDirectory,
    hclWasm: wasmOfSources,
    onProgress: progress.onProgress,
    ignoredToo: command.ignoredToo,
  });
  progress.end();
  const text = `${render(report, command, workingDirectory, terminal)}\n`;
  if (command.output === undefined) {
    terminal.stdout(text);
  } else {
    try {
      writeFileSync(resolve(workingDirectory, command.output), text);
    } catch (error) {
      terminal.stderr(
        `The report cannot be written: ${command.output} ${reasonOf(error)}.\n${formatSummary(report)}\n`,
      );
      return COULD_NOT_RUN;
    }
    terminal.stderr(`${formatSummary(report)}\n`);
  }
  return statusOf(report);
}

function render(report: Report, command: CheckCommand, folder: string, terminal: Terminal): string {
  const { format, undetermined, output } = command;
  const shown = undetermined ? report : { ...report, undetermined: [] };
  switch (format) {
    case "text":
      return formatText(report, { undetermined, ...(output === undefined && terminal.text) });
    case "json":
      return formatJson(shown, TOOL);
    case "sarif":
      return formatSarif(shown, TOOL, folder);
    case "github":
      return formatGithub(report);
  }
}

function statusOf(report: Report): number {
  if (errorsOf(report).length > 0 || invalidAcknowledgements(report).length > 0) return FINDINGS;
  return report.problems.length > 0 ? COULD_NOT_RUN : CLEAN;
}
