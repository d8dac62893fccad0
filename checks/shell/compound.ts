import { append, requestsOf } from "../values/text.js";
import type { HttpRequest } from "../requests/request.js";
import { both, capture, carrying, notice, silent, type Outcome, type Sink, type Streams } from "../program/outcome.js";
import type { Shell } from "./shell.js";
import { stops } from "./stops.js";
import type { Node } from "./syntax.js";
import { Words } from "./words.js";

export function pipeline(shell: Shell, node: Extract<Node, { type: "Pipeline" }>, streams: Streams): Outcome {
  const carried: HttpRequest[] = [];
  let stdin = streams.stdin;
  let outcome: Outcome = silent;
  node.commands.forEach((command, index) => {
    const final = index === node.commands.length - 1;
    const out: Sink = final ? streams.out : capture();
    outcome = shell.run(command, { ...streams, stdin, out });
    if (shell.options.pipefail) append(carried, outcome.carries);
    if (!final) stdin = out.pieces;
  });
  return carrying([...carried, ...outcome.carries, ...outcome.exempt]);
}

export function andOr(shell: Shell, node: Extract<Node, { type: "AndOr" }>, streams: Streams): Outcome {
  const first = node.commands[0];
  if (first === undefined) return silent;
  let outcome = shell.run(first, { ...streams, condition: true });
  node.operators.forEach((operator, index) => {
    const next = node.commands[index + 1];
    if (next === undefined) return;
    const ends = stops(next, shell.functions);
    if (ends) notice(both(outcome));
    const final = index === node.operators.length - 1;
    const inner = {
      ...streams,
      condition: streams.condition || !final,
      failing: streams.failing || (operator === "||" && ends),
    };
    const then = shell.run(next, inner);
    if (operator === "&&") outcome = { carries: then.carries, exempt: new Set([...both(outcome), ...then.exempt]) };
    else outcome = then;
  });
  return outcome;
}

export function condition(shell: Shell, node: Extract<Node, { type: "If" }>, streams: Streams): Outcome {
  notice(both(shell.run(node.clause, { ...streams, condition: true })));
  const outcomes = [branch(shell, node.then, streams)];
  for (const elif of node.elif) {
    notice(both(shell.run(elif.clause, { ...streams, condition: true })));
    outcomes.push(branch(shell, elif.then, streams));
  }
  if (node.else) outcomes.push(branch(shell, node.else, streams));
  return merged(outcomes);
}

function branch(shell: Shell, body: Node, streams: Streams): Outcome {
  return shell.run(body, { ...streams, failing: streams.failing || stops(body, shell.functions) });
}

export function cases(shell: Shell, node: Extract<Node, { type: "Case" }>, streams: Streams): Outcome {
  notice(requestsOf(new Words(shell, streams).text(node.word)) as HttpRequest[]);
  return merged(node.items.map((item) => branch(shell, item.body, streams)));
}

function merged(outcomes: readonly Outcome[]): Outcome {
  return {
    carries: new Set(outcomes.flatMap((o) => [...o.carries])),
    exempt: new Set(outcomes.flatMap((o) => [...o.exempt])),
  };
}
