import { wasmOfSources } from "../../checks/configuration/hcl/wasm-files.js";
import { loadHclParser } from "../../checks/configuration/read.js";
import { RULE_IDS } from "../../checks/options/rule-ids.js";
import { scoreSet, type CaseScore } from "../../test/checks/corpus-score.js";

interface Tally {
  readonly rule: string;
  readonly labels: number;
  readonly found: number;
  readonly wrong: number;
}

/** What the checks find of the part of the corpus that nobody works towards, by rule: never which case. */
export async function recall(): Promise<string> {
  await loadHclParser(wasmOfSources());
  const { cases, cleanFiles } = scoreSet("held-out");
  const rules = RULE_IDS.map((rule) => tally(rule, cases)).filter(({ labels, wrong }) => labels + wrong > 0);
  const sum = (value: (one: Tally) => number): number => rules.reduce((total, one) => total + value(one), 0);
  const all = { rule: "all", labels: sum((r) => r.labels), found: sum((r) => r.found), wrong: sum((r) => r.wrong) };
  return [
    `## What is found in the ${cases.length} held-out cases of the corpus`,
    [
      "| rule | mistakes | found | recall | false findings |",
      "| --- | --- | --- | --- | --- |",
      ...[...rules, all].map(row),
    ].join("\n"),
    `${cleanFiles} of the files have no mistake: ${((100 * all.wrong) / cleanFiles).toFixed(1)} false findings to a hundred of them.`,
  ].join("\n\n");
}

const row = ({ rule, labels, found, wrong }: Tally): string =>
  `| ${rule} | ${labels} | ${found} | ${labels === 0 ? "" : `${((100 * found) / labels).toFixed(0)} %`} | ${wrong} |`;

function tally(rule: string, cases: readonly CaseScore[]): Tally {
  const of = (one: { readonly rule: string }): boolean => one.rule === rule;
  const count = (several: (one: CaseScore) => readonly { readonly rule: string }[]): number =>
    cases.reduce((total, one) => total + several(one).filter(of).length, 0);
  const labels = count(({ labels }) => labels);
  return { rule, labels, found: labels - count(({ missed }) => missed), wrong: count(({ wrong }) => wrong) };
}
