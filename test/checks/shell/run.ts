import { external } from "../../../checks/commands/external.js";
import { commandNamed } from "../../../checks/commands/table.js";
import { runProgram } from "../../../checks/executions/languages.js";
import { noEffects, type Effects } from "../../../checks/program/effects.js";
import type { ExitStatus } from "../../../checks/program/exit-status.js";
import { noShellOptions } from "../../../checks/program/shell-options.js";
import { scalar } from "../../../checks/program/variable.js";
import { Shell } from "../../../checks/shell/shell.js";
import { literal, sketch, type SymbolicString } from "../../../checks/values/symbolic-string.js";
import { Vocabulary } from "../../../checks/vocabulary/vocabulary.js";

export interface Followed {
  readonly effects: Effects;
  readonly status: ExitStatus;
  /** What went to the terminal, with `\uFFFC` for what only a run would tell. */
  readonly printed: string;
}

/** Follows a script, with files beside it and values of its environment. */
export function follow(
  script: string,
  files: Readonly<Record<string, string>> = {},
  environment: Readonly<Record<string, SymbolicString>> = {},
): Followed {
  const effects = noEffects();
  const shell = new Shell(
    {
      file: (path) => {
        const text = files[path.replace(/^\/repo\//, "")];
        return text === undefined ? undefined : { path, json: false, text: () => text };
      },
      spend: () => true,
      cut: () => undefined,
      vocabulary: new Vocabulary(),
      command: commandNamed,
      runUnknown: external,
      interpret: runProgram,
    },
    effects,
    new Map(Object.entries(environment).map(([name, text]) => [name, scalar(text)])),
    noShellOptions(),
    "/repo",
  );
  const terminal = { kind: "terminal", fragments: [] } as const;
  const status = shell.runInSubshell(() =>
    shell.runScript([literal(script)], {
      stdin: undefined,
      out: { ...terminal, fragments: [] },
      err: { ...terminal, fragments: [] },
      condition: false,
      failing: false,
    }),
  );
  return { effects, status, printed: effects.logged.map(({ text }) => sketch(text)).join("") };
}
