import { count, printable } from "../../checks/report/printable.js";
import type { Output } from "../output.js";
import { scopesOf } from "../program/answer.js";
import type { Made } from "./make.js";
import { outcomeOf, type Verdict } from "./outcomes.js";
import { table } from "./table.js";

export interface Verification {
  readonly made: readonly Made[];
  readonly leftOut: readonly { readonly construct: string; readonly why: string }[];
  /** What could not be read or made, by the construct where it belongs to one. */
  readonly problems: readonly { readonly construct?: string; readonly why: string }[];
}

const COLOURS = { granted: "green", refused: "red", undecided: "yellow" } as const;

export function verdictOf({ status }: Made): Verdict {
  return status === undefined ? "undecided" : outcomeOf(status).verdict;
}

/** All good, one refused, could not run, nothing found to verify. */
export function statusOf({ made, problems }: Verification): number {
  const verdicts = made.map(verdictOf);
  if (verdicts.includes("refused")) return 1;
  if (verdicts.includes("undecided") || problems.length > 0) return 2;
  return verdicts.length === 0 ? 3 : 0;
}

export function asText(verification: Verification, { paint }: Output): string {
  const { made, leftOut, problems } = verification;
  const listed = (title: string, items: Verification["problems"]): string[] =>
    items.length === 0
      ? []
      : [`${title}:\n${items.map(({ construct, why }) => `  ${line(construct, why)}`).join("\n")}`];
  const parts = [
    ...(made.length === 0 ? [] : [tableOf(made, paint)]),
    ...made.filter((one) => one.status !== 0).map((one) => causesOf(one, paint)),
    ...listed("Left out", leftOut),
    ...listed("Could not be verified", problems),
    summary(verification),
  ];
  return `${parts.join("\n\n")}\n`;
}

function line(construct: string | undefined, why: string): string {
  return printable(construct === undefined ? why : `${construct}: ${why}`);
}

function tableOf(made: readonly Made[], paint: Output["paint"]): string {
  const rows = made.flatMap((one) => one.constructs.map((construct) => ({ one, construct })));
  const cells = rows.map(({ one, construct }) => {
    const { tokenEndpoint, clientId } = one.ready;
    return [construct, tokenEndpoint, clientId, wordsOf(one), expiryOf(one)].map(printable);
  });
  return table([["construct", "token endpoint", "client", "result", "expires"], ...cells], (cell, row, column) => {
    const one = rows[row - 1]?.one;
    if (!one) return paint("bold", cell);
    return column === 3 ? paint(COLOURS[verdictOf(one)], cell) : cell;
  });
}

function wordsOf({ status }: Made): string {
  return status === undefined ? "not made" : outcomeOf(status).words;
}

function expiryOf({ answer }: Made): string {
  return answer ? (answer.expiresAt ?? "unknown") : "";
}

function causesOf({ constructs, status, said }: Made, paint: Output["paint"]): string {
  const title = constructs.map(printable).join(", ");
  const body = said
    .trimEnd()
    .split("\n")
    .map((text) => `  ${printable(text)}`)
    .join("\n");
  return `${paint("bold", title)}${status === undefined ? "" : ` (exit status ${status})`}\n${body}`;
}

function summary({ made, leftOut, problems }: Verification): string {
  const by = (verdict: Verdict): number => made.filter((one) => verdictOf(one) === verdict).length;
  const constructs = made.reduce((sum, one) => sum + one.constructs.length, 0);
  if (made.length === 0 && problems.length === 0 && leftOut.length === 0)
    return "Nothing found to verify: no construct of cdktf-oauth2-token is in these stacks.";
  const parts = [
    `${by("granted")} granted`,
    `${by("refused")} refused`,
    ...(by("undecided") === 0 ? [] : [`${by("undecided")} undecided`]),
    ...(leftOut.length === 0 ? [] : [`${leftOut.length} left out`]),
    ...(problems.length === 0 ? [] : [count(problems.length, "problem")]),
  ];
  return `${count(made.length, "request")} for ${count(constructs, "construct")}: ${parts.join(", ")}`;
}

export function asJson(verification: Verification): string {
  const { made, leftOut, problems } = verification;
  const requests = made.map((one) => ({
    constructs: one.constructs,
    tokenEndpoint: one.ready.tokenEndpoint,
    clientId: one.ready.clientId,
    verdict: verdictOf(one),
    result: wordsOf(one),
    status: one.status,
    expiresAt: one.answer?.expiresAt,
    scope: { requested: scopesOf(one.ready.scope), granted: one.answer?.scope },
    ...(one.status === undefined ? { said: one.said.trimEnd() } : one.diagnosis),
  }));
  return `${JSON.stringify({ status: statusOf(verification), requests, leftOut, problems }, null, 2)}\n`;
}
