import { literal, sketch, concrete, hole, type SymbolicString } from "../values/symbolic-string.js";
import type { ExitStatus } from "../program/exit-status.js";
import { nowhere, type Sink, type Streams } from "../program/streams.js";
import type { ShellState } from "./shell-state.js";
import type { Node, Redirection } from "./syntax.js";
import { Words } from "./words.js";

/** The streams that a command has after its redirections; `done` keeps what was written to files. */
export function redirect(
  shell: ShellState,
  redirections: readonly Redirection[],
  streams: Streams,
): { streams: Streams; done: () => void } {
  let result = streams;
  const files: { name: SymbolicString; sink: Sink; append: boolean }[] = [];
  const words = new Words(shell, streams);
  for (const redirection of redirections) {
    if (redirection.type === "HereDoc") {
      result = { ...result, stdin: words.heredoc(redirection.body.parts, redirection.body.text, redirection.body.pos) };
      continue;
    }
    const target = words.text(redirection.target);
    if (redirection.type === "HereString") {
      result = { ...result, stdin: [...target, literal("\n")] };
      continue;
    }
    const descriptor = redirection.descriptor?.type === "FileDescriptor" ? redirection.descriptor.value : undefined;
    const { operator } = redirection;
    if (operator === "<" || operator === "<>") result = { ...result, stdin: inputFrom(shell, target) };
    else if (operator === "<&") continue;
    else {
      const sink = sinkFor(target, operator, result, files);
      if (operator.startsWith("&") || (operator === ">&" && descriptor === undefined && !/^\d$/.test(sketch(target))))
        result = { ...result, out: sink, err: sink };
      else if (descriptor === 2) result = { ...result, err: sink };
      else if (descriptor === undefined || descriptor === 1) result = { ...result, out: sink };
    }
  }
  const done = (): void => {
    for (const { name, sink, append } of files) shell.writeFile(name, sink.fragments, append);
  };
  return { streams: result, done };
}

/** What a file gives that is not there to read is not known: not nothing. */
const inputFrom = (shell: ShellState, path: SymbolicString): SymbolicString =>
  shell.readFile(path) ?? (concrete(path) === "/dev/null" ? [] : [hole({ unread: true })]);

function sinkFor(
  target: SymbolicString,
  operator: string,
  streams: Streams,
  files: { name: SymbolicString; sink: Sink; append: boolean }[],
): Sink {
  const name = concrete(target) ?? sketch(target);
  if (operator === ">&" && name === "2") return streams.err;
  if (operator === ">&" && name === "1") return streams.out;
  if (/^(?:\/dev\/stderr|\/proc\/self\/fd\/2)$/.test(name)) return streams.err;
  if (name === "/dev/stdout") return streams.out;
  if (name === "/dev/tty") return { kind: "terminal", fragments: [] };
  if (name === "/dev/null" || (operator === ">&" && name === "-")) return nowhere;
  const sink: Sink = { kind: "file", fragments: [] };
  files.push({ name: target, sink, append: operator === ">>" });
  return sink;
}

export function redirected(
  shell: ShellState,
  node: Extract<Node, { type: "Redirected" }>,
  streams: Streams,
): ExitStatus {
  const { streams: inner, done } = redirect(shell, node.redirects, streams);
  const outcome = shell.run(node.command, inner);
  done();
  return outcome;
}
