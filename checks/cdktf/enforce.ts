import type { IConstruct } from "constructs";
import type { CheckOptions } from "../options/options.js";
import { readOptions } from "../options/read-options.js";
import { Recorder } from "../run/recorder.js";
import { fails, type Report } from "../report/report.js";
import { terminalOptions } from "../report/terminal.js";
import { formatText } from "../report/text.js";
import { configurationOf } from "./stack-configuration.js";
import { isApp, isStack, stacksOf, type Stack } from "./kinds.js";

/** Options of `AccessTokenChecks.enforce`. */
export interface EnforceOptions extends CheckOptions {
  /**
   * Also reports what could not be told.
   *
   * @default false
   */
  readonly undetermined?: boolean;
  /**
   * Takes the report of a synthesis that does not fail: one line where there is nothing else to say.
   *
   * @default - it is written to the standard error output
   */
  readonly print?: (report: string) => void;
}

/** What `AccessTokenChecks.enforce` gives back. */
export interface Enforcement {
  /** The report of the last synthesis; undefined as long as the checks did not run. */
  readonly report: Report | undefined;
}

/**
 * Checks an app, or a stack, when it is synthesized.
 *
 * @throws if the scope is neither, or the options cannot be used
 */
export function enforce(scope: IConstruct, options: EnforceOptions): Enforcement {
  if (!isApp(scope) && !isStack(scope))
    throw new Error(
      `${scope.node.path || "The given construct"} is neither an App nor a TerraformStack: CDKTF would never run the checks there. Give AccessTokenChecks.enforce the app, or one of its stacks.`,
    );
  const { undetermined = false, print, ...given } = options;
  const checks = readOptions(given, "The options of AccessTokenChecks.enforce");
  const state: { report: Report | undefined } = { report: undefined };
  scope.node.addValidation({
    validate: () => {
      const report = checkStacks(isApp(scope) ? stacksOf(scope) : [scope], checks);
      state.report = report;
      if (fails(report)) return [`\n${formatText(report, { undetermined })}\n`];
      if (print) print(formatText(report, { undetermined }));
      else printToStderr(formatText(report, { undetermined, ...terminalOptions(process.stderr) }));
      return [];
    },
  });
  return state;
}

/** The report of stacks as they are now: overrides included, whatever else is still going to change them. */
export function checkStacks(stacks: readonly Stack[], options: CheckOptions): Report {
  const recorder = new Recorder(options, { source: "options", folder: process.cwd() });
  for (const stack of stacks) {
    const { directory, readFile, localModules } = configurationOf(stack);
    recorder.examine([directory], readFile);
    for (const module of localModules) recorder.leaveOut(module);
  }
  return recorder.report();
}

const printToStderr = (text: string): void => {
  process.stderr.write(`${text}\n`);
};
