import { dirname } from "node:path";
import { carriesSecret, hole, sketch, type Fragment, type SymbolicString } from "../values/symbolic-string.js";
import { baseName } from "../program/command-name.js";
import { isRequestProgram } from "../vocabulary/programs.js";
import { endingOf } from "../vocabulary/interpreters.js";
import { isFormEncoder } from "../vocabulary/form-encoders.js";
import { tellsNothing, type ExitStatus } from "../program/exit-status.js";
import { runFile, runWritten } from "./interpreters.js";
import { lastOf } from "./not-a-script.js";
import { emit, joinWords, type Invocation, type RunCommand } from "../program/invocation.js";
import { formEncoded } from "../values/form-encoding.js";

/** What a program is given as arguments is visible to every user of the machine while it runs. */
export function asProcess(run: RunCommand): RunCommand {
  return (invocation) => {
    recordProcess(invocation);
    return run(invocation);
  };
}

export function recordProcess(invocation: Invocation): void {
  const { name: program, args, place } = invocation;
  const tells = (fragment: Fragment): boolean =>
    fragment.text === undefined ||
    fragment.provenance.length > 0 ||
    carriesSecret(fragment) ||
    fragment.text.startsWith("/dev/fd/");
  if (args.some((arg) => arg.some(tells))) invocation.shell.effects.processes.push({ program, args, place });
}

/** A program that is not known: perhaps a script beside the configuration, perhaps a wrapper around one that is known. */
export function external(invocation: Invocation, path: SymbolicString): ExitStatus {
  recordProcess(invocation);
  const { shell, args, name } = invocation;
  const file = sketch(path).includes("/") || /\.\w+$/.test(name) ? shell.findFile(path) : undefined;
  if (file) return runFile(invocation, file, path, [], dirname(sketch(path)));
  const written = shell.writtenFile(path);
  if (written) return runWritten(invocation, written);
  if (isFormEncoder(name)) {
    emit(invocation, formEncoded(args.length > 0 ? joinWords(args) : (invocation.streams.stdin ?? [])));
    return tellsNothing;
  }
  const inner = args.findIndex((arg) => isRequestProgram(baseName(sketch(arg))));
  if (inner >= 0) return shell.startCommand(args.slice(inner), invocation.streams, invocation.place);
  // A helper is called by what it gives: `get-token`.
  const givesToken = /^[a-z]\w*-[\w-]+$/.test(name) && shell.taintOf(name).taint === "token";
  if (givesToken || sketch(path).includes("/") || (name.includes(".") && endingOf(name) !== undefined))
    shell.effects.notRead.push({ name: lastOf(path), why: "which is not there to read" });
  // What it prints is not known: not that it prints nothing.
  emit(invocation, [hole({ unread: true, obscured: true })]);
  return tellsNothing;
}
