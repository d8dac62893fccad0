import { external } from "../commands/external.js";
import { commandNamed } from "../commands/table.js";
import { runProgram } from "./languages.js";
import type { ShellHost } from "../program/shell-host.js";
import type { ModuleInstance } from "../terraform/module.js";

/** The one place where the shell meets its commands and the other languages. */
export const hostIn = ({ workspace }: ModuleInstance): ShellHost => ({
  file: (path) => workspace.file(path),
  spend: (amount) => workspace.budget.spend(amount),
  cut: (why) => {
    workspace.budget.leaveOut(why);
  },
  vocabulary: workspace.vocabulary,
  command: commandNamed,
  runUnknown: external,
  interpret: runProgram,
});
