import { append, requestsOf } from "../values/symbolic-string.js";
import type { HttpRequest } from "../requests/request.js";
import {
  requestsBehind,
  failingWith,
  markFailureChecked,
  tellsNothing,
  type ExitStatus,
} from "../program/exit-status.js";
import { capture, type Sink, type Streams } from "../program/streams.js";
import type { ShellState } from "./shell-state.js";
import { overlooks } from "./overlooks.js";
import { stops } from "./stops.js";
import type { Node } from "./syntax.js";
import { Words } from "./words.js";

export function runPipeline(
  shell: ShellState,
  node: Extract<Node, { type: "Pipeline" }>,
  streams: Streams,
): ExitStatus {
  const carried: HttpRequest[] = [];
  let stdin = streams.stdin;
  let outcome: ExitStatus = tellsNothing;
  node.commands.forEach((command, index) => {
    const final = index === node.commands.length - 1;
    const out: Sink = final ? streams.out : capture();
    outcome = shell.run(command, { ...streams, stdin, out });
    if (shell.options.pipefail) append(carried, outcome.failsWith);
    if (!final) stdin = out.fragments;
  });
  return failingWith([...carried, ...outcome.failsWith, ...outcome.exempt]);
}

export function runAndOr(shell: ShellState, node: Extract<Node, { type: "AndOr" }>, streams: Streams): ExitStatus {
  const first = node.commands[0];
  if (first === undefined) return tellsNothing;
  let outcome = shell.run(first, { ...streams, condition: true });
  node.operators.forEach((operator, index) => {
    const next = node.commands[index + 1];
    if (next === undefined) return;
    const ends = stops(next, shell.functions);
    if (ends) markFailureChecked(requestsBehind(outcome));
    const final = index === node.operators.length - 1;
    const inner = {
      ...streams,
      condition: streams.condition || !final,
      failing: streams.failing || (operator === "||" && ends),
    };
    const then = shell.run(next, inner);
    if (operator === "&&")
      outcome = { failsWith: then.failsWith, exempt: new Set([...requestsBehind(outcome), ...then.exempt]) };
    else outcome = then;
  });
  return outcome;
}

export function runIf(shell: ShellState, node: Extract<Node, { type: "If" }>, streams: Streams): ExitStatus {
  const before = new Set(shell.effects.requests.filter(({ failureChecked }) => failureChecked));
  const looked = requestsBehind(shell.run(node.clause, { ...streams, condition: true }));
  markFailureChecked(looked);
  // A failure that is only told of is not acted on.
  if (overlooks(node, shell.functions)) for (const request of looked) request.failureChecked = before.has(request);
  const outcomes = [runBranch(shell, node.then, streams)];
  for (const elif of node.elif) {
    markFailureChecked(requestsBehind(shell.run(elif.clause, { ...streams, condition: true })));
    outcomes.push(runBranch(shell, elif.then, streams));
  }
  if (node.else) outcomes.push(runBranch(shell, node.else, streams));
  return join(outcomes);
}

function runBranch(shell: ShellState, body: Node, streams: Streams): ExitStatus {
  return shell.run(body, { ...streams, failing: streams.failing || stops(body, shell.functions) });
}

export function runCase(shell: ShellState, node: Extract<Node, { type: "Case" }>, streams: Streams): ExitStatus {
  markFailureChecked(requestsOf(new Words(shell, streams).text(node.word)) as HttpRequest[]);
  return join(node.items.map((item) => runBranch(shell, item.body, streams)));
}

function join(outcomes: readonly ExitStatus[]): ExitStatus {
  return {
    failsWith: new Set(outcomes.flatMap((o) => [...o.failsWith])),
    exempt: new Set(outcomes.flatMap((o) => [...o.exempt])),
  };
}
