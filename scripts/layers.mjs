/**
 * The folders of the checks, each with those that it may import, besides itself. What a folder is for stands in
 * checks/README.md; that the code keeps to this is for the linter and a test to see.
 */
const KNOWLEDGE = ["configuration", "vocabulary", "values"];
const UNDERSTANDING = [...KNOWLEDGE, "terraform", "requests"];
const CONTRACTS = [...KNOWLEDGE, "requests", "program"];
const LANGUAGES = ["languages/python", "languages/javascript", "languages/powershell", "languages/by-call"];
const JUDGEMENT = [...UNDERSTANDING, "program", "executions", "analysis"];
const REPORTS = ["configuration", "options", "rules", "report", "acknowledgements"];
const FRONTS = [...REPORTS, "run"];

export const LAYERS = {
  configuration: [],
  vocabulary: [],
  values: ["configuration", "vocabulary"],
  terraform: KNOWLEDGE,
  requests: KNOWLEDGE,
  program: [...KNOWLEDGE, "requests"],
  shell: CONTRACTS,
  commands: CONTRACTS,
  languages: CONTRACTS,
  "languages/python": [...CONTRACTS, "languages"],
  "languages/javascript": [...CONTRACTS, "languages"],
  "languages/powershell": [...CONTRACTS, "languages"],
  "languages/by-call": [...CONTRACTS, "languages"],
  executions: [...UNDERSTANDING, "program", "shell", "commands", "languages", ...LANGUAGES],
  analysis: [...UNDERSTANDING, "program", "executions"],
  rules: [...JUDGEMENT, "options"],
  options: ["configuration", "vocabulary"],
  report: ["vocabulary", "options", "rules"],
  acknowledgements: ["configuration", "options", "report"],
  run: [...JUDGEMENT, ...REPORTS],
  cdktf: FRONTS,
  files: FRONTS,
  cli: [...FRONTS, "files"],
};

/** The layer of a file of the checks by its path in the repository; the entry points are above all of them. */
export function layerOf(file) {
  const layers = Object.keys(LAYERS).filter((layer) => file.startsWith(`checks/${layer}/`));
  return layers.sort((a, b) => b.length - a.length)[0];
}

/** What a file of a layer may not write after `from`. */
export function forbiddenIn(layer) {
  const folder = layer.split("/")[0];
  const others = Object.keys(LAYERS).filter((other) => other !== layer && !LAYERS[layer].includes(other));
  const outside = others.filter((other) => !layer.startsWith(`${other}/`) || other.includes("/"));
  const beside = outside.filter((other) => other.startsWith(`${folder}/`)).map((other) => other.split("/")[1]);
  const patterns = [`^(?:\\.\\./)+(?:${outside.join("|")})/`];
  if (beside.length > 0) patterns.push(`^\\.\\.?/(?:${beside.join("|")})/`);
  return patterns;
}
