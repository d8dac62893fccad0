import { append, hole, requestsOf, type Asked } from "../values/symbolic-string.js";
import {
  requestsBehind,
  failingWith,
  markFailureChecked,
  tellsNothing,
  type ExitStatus,
} from "../program/exit-status.js";
import { capture, type Sink, type Streams } from "../program/streams.js";
import { scalar } from "../program/variable.js";
import { leaves } from "./attempts.js";
import type { ShellState } from "./shell-state.js";
import { overlooks } from "./overlooks.js";
import { stops } from "./stops.js";
import type { Node } from "./syntax.js";
import { Words } from "./words.js";

/** bash's PIPESTATUS: what the commands of the last pipeline ended with. */
export function noteStatuses(shell: ShellState, statuses: readonly ExitStatus[]): void {
  const items = statuses.map((status) => [hole({ taint: "status", requests: requestsBehind(status) })]);
  shell.variables.set("PIPESTATUS", { items, array: true });
}

export function runPipeline(
  shell: ShellState,
  node: Extract<Node, { type: "Pipeline" }>,
  streams: Streams,
): ExitStatus {
  const carried: Asked[] = [];
  const statuses: ExitStatus[] = [];
  let stdin = streams.stdin;
  let outcome: ExitStatus = tellsNothing;
  node.commands.forEach((command, index) => {
    const final = index === node.commands.length - 1;
    const out: Sink = final ? streams.out : capture();
    outcome = shell.run(command, { ...streams, stdin, out });
    statuses.push(outcome);
    if (shell.options.pipefail) append(carried, outcome.failsWith);
    if (!final) stdin = out.fragments;
  });
  noteStatuses(shell, statuses);
  return failingWith([...carried, ...outcome.failsWith, ...outcome.exempt]);
}

export function runAndOr(shell: ShellState, node: Extract<Node, { type: "AndOr" }>, streams: Streams): ExitStatus {
  const first = node.commands[0];
  if (first === undefined) return tellsNothing;
  let outcome = shell.run(first, { ...streams, condition: true });
  node.operators.forEach((operator, index) => {
    const next = node.commands[index + 1];
    if (next === undefined) return;
    const left = operator === "&&" ? leaves(next) : undefined;
    const ends = left === undefined && stops(next, shell.functions);
    if (left) shell.attempts.note(requestsBehind(outcome), left);
    if (ends) markFailureChecked(requestsBehind(outcome));
    const final = index === node.operators.length - 1;
    const inner = {
      ...streams,
      condition: streams.condition || !final,
      failing: streams.failing || (operator === "||" && ends),
    };
    const behind = requestsBehind(outcome);
    const run = (): ExitStatus => shell.run(next, inner);
    const then = operator === "||" && !looksAtValue(node.commands[index]) ? shell.attempts.aside(run) : run();
    noteFlags(shell, next, behind);
    if (operator === "&&")
      outcome = { failsWith: then.failsWith, exempt: new Set([...requestsBehind(outcome), ...then.exempt]) };
    else outcome = then;
  });
  return outcome;
}

/** `ok=1` after a success: who looks at it looks at the request. */
function noteFlags(shell: ShellState, node: Node, behind: readonly Asked[]): void {
  if (behind.length === 0 || node.type !== "Command" || node.name !== undefined) return;
  for (const item of node.prefix) {
    const variable = item.type === "Assignment" ? shell.variables.get(item.name) : undefined;
    if (item.type === "Assignment" && variable?.array === false)
      shell.variables.set(item.name, scalar([...variable.items.flat(), hole({ taint: "status", requests: behind })]));
  }
}

/** `[ ... ]`, `[[ ... ]]`, `(( ... ))` and `$flag`, in distinction to a command whose own failure it is. */
const looksAtValue = (node: Node | undefined): boolean =>
  node?.type === "TestCommand" ||
  node?.type === "ArithmeticCommand" ||
  (node?.type === "Command" && /^(?:\[$|test$|\$)/.test(node.name?.value ?? ""));

/** `curl ... &`: its status is told by `wait $!`. */
export function runBackground(shell: ShellState, node: Node, streams: Streams): ExitStatus {
  const outcome = shell.runInSubshell(() => shell.run(node, streams));
  shell.variables.set("!", scalar([hole({ taint: "status", requests: requestsBehind(outcome) })]));
  return tellsNothing;
}

/** The body of a loop, once. */
export function runLoop(
  shell: ShellState,
  node: Extract<Node, { type: "While" | "For" | "Select" | "ArithmeticFor" }>,
  streams: Streams,
): ExitStatus {
  const outcome = shell.run(node.body, streams);
  if (isEndless(node)) markFailureChecked(shell.attempts.end("loop"));
  return outcome;
}

/** `while true`: only a success leaves it. */
function isEndless(node: Node): boolean {
  if (node.type === "ArithmeticFor") return node.test === undefined;
  if (node.type !== "While" || node.kind !== "while" || node.clause.commands.length !== 1) return false;
  const only = node.clause.commands[0]?.command;
  return only?.type === "Command" && /^(?:true|:)$/.test(only.name?.value ?? "");
}

export function runIf(shell: ShellState, node: Extract<Node, { type: "If" }>, streams: Streams): ExitStatus {
  const before = new Set<Asked>(shell.effects.requests.filter(({ failureChecked }) => failureChecked));
  const looked = requestsBehind(shell.run(node.clause, { ...streams, condition: true }));
  const left = node.else || node.elif.length > 0 ? undefined : leaves(node.then);
  if (left) shell.attempts.note(looked, left);
  else markFailureChecked(looked);
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
  markFailureChecked(requestsOf(new Words(shell, streams).text(node.word)));
  return join(node.items.map((item) => runBranch(shell, item.body, streams)));
}

function join(outcomes: readonly ExitStatus[]): ExitStatus {
  return {
    failsWith: new Set(outcomes.flatMap((o) => [...o.failsWith])),
    exempt: new Set(outcomes.flatMap((o) => [...o.exempt])),
  };
}
