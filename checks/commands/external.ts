import { dirname } from "node:path";
import { isSecret, sketch, type Text } from "../values/text.js";
import { baseName, ENCODES, invoke } from "../shell/run-command.js";
import { silent, type Outcome } from "../program/outcome.js";
import { runFile, runWritten } from "./interpreters.js";
import { emit, joined, type Invocation, type Run } from "./invocation.js";
import { encoded } from "./encode.js";

/** What a program is given as arguments is visible to every user of the machine while it runs. */
export function asStarted(run: Run): Run {
  return (invocation) => {
    started(invocation);
    return run(invocation);
  };
}

export function started(invocation: Invocation): void {
  const args = invocation.args.filter((arg) =>
    arg.some((piece) => piece.text === undefined || piece.refs.length > 0 || isSecret(piece)),
  );
  if (args.length > 0) invocation.shell.facts.started.push({ program: invocation.name, args, place: invocation.place });
}

/** A program that is not known: perhaps a script beside the configuration, perhaps a wrapper around one that is known. */
export function external(invocation: Invocation, path: Text): Outcome {
  started(invocation);
  const { shell, args, name } = invocation;
  const file = sketch(path).includes("/") || /\.\w+$/.test(name) ? shell.find(path) : undefined;
  if (file) return runFile(invocation, file, [], dirname(sketch(path)));
  const written = shell.writtenFile(path);
  if (written) return runWritten(invocation, written);
  if (ENCODES.test(name)) {
    emit(invocation, encoded(args.length > 0 ? joined(args) : (invocation.streams.stdin ?? [])));
    return silent;
  }
  const inner = args.findIndex((arg) => /^(?:curl|wget|xh)(?:\.exe)?$/.test(baseName(sketch(arg))));
  if (inner >= 0)
    return invoke(
      { ...invocation, name: baseName(sketch(args[inner] ?? [])), args: args.slice(inner + 1) },
      args[inner] ?? [],
    );
  if (sketch(path).includes("/") || /\.(?:sh|bash|py|ps1|js|mjs|rb|pl)$/.test(name))
    shell.facts.notRead.push(`${name}, which is not there to read`);
  return silent;
}
