import { sketch, type SymbolicString } from "../values/symbolic-string.js";

export interface ShellOptions {
  errexit: boolean;
  pipefail: boolean;
  xtrace: boolean;
}

export const noShellOptions = (): ShellOptions => ({ errexit: false, pipefail: false, xtrace: false });

const OPTION_NAMES: Readonly<Record<string, keyof ShellOptions>> = {
  e: "errexit",
  x: "xtrace",
  errexit: "errexit",
  xtrace: "xtrace",
  pipefail: "pipefail",
};

/** `-euo pipefail`, `-x`, `+x`, `-o xtrace`; gives back what follows the options. */
export function applyFlags(options: ShellOptions, args: readonly SymbolicString[]): readonly SymbolicString[] {
  for (let index = 0; index < args.length; index++) {
    const word = sketch(args[index] ?? []);
    if (word === "--") return args.slice(index + 1);
    if (!/^[-+]\w+$/.test(word)) return args.slice(index);
    const on = word.startsWith("-");
    for (const letter of word.slice(1)) {
      const name = letter === "o" ? OPTION_NAMES[sketch(args[++index] ?? [])] : OPTION_NAMES[letter];
      if (name) options[name] = on;
    }
  }
  return [];
}
