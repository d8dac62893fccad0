import { readdirSync, readFileSync } from "node:fs";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { rules } from "../../checks/rules/index.js";

const root = new URL("../../", import.meta.url);
export const pathOf = (relative: string): string => fileURLToPath(new URL(relative, root));

type Rule = (typeof rules)[number];

/** The pages that are made from the rules, by their path: one a rule, and the README with its table. */
export function rulePages(): Map<string, string> {
  const pages = new Map(rules.map((rule) => [`docs/rules/${rule.id}.md`, page(rule)]));
  return pages.set("README.md", withTable(readFileSync(pathOf("README.md"), "utf8")));
}

function page(rule: Rule): string {
  const { id, severity, what, why, fix, source } = rule;
  return [
    `# ${id}`,
    severity === "error" ? what : `${what} It is a ${severity}, unless the options say otherwise.`,
    "## Why",
    why,
    "## Fix",
    fix,
    `Source: [${source.title}](${source.url}).`,
    "## Found",
    example(id, "bad"),
    "## Not found",
    example(id, "ok"),
    `Where it is acceptable, [acknowledge it](../checks.md#acknowledgements) with a reason: \`# access-token-checks: acknowledge ${id}: why\`.`,
    "",
  ]
    .join("\n\n")
    .replace(/\n\n$/, "\n");
}

/** The plainest of a rule's cases of one kind: `bad.tf` before `cases/bad.of-some-kind.tf`. */
function example(id: string, kind: "ok" | "bad"): string {
  const folder = `checks/rules/${id}/`;
  const [name] = readdirSync(pathOf(folder), { recursive: true, encoding: "utf8" })
    .filter((path) => new RegExp(`(?:^|[\\\\/])${kind}\\.(?:[\\w-]+\\.)?tf(?:\\.json)?$`).test(path))
    .sort((one, other) => one.length - other.length || one.localeCompare(other));
  if (name === undefined) throw new Error(`The rule ${id} has no case ${kind}.*.tf for its page.`);
  const text = readFileSync(pathOf(folder + name), "utf8").trimEnd();
  return `\`\`\`${extname(name) === ".json" ? "json" : "hcl"}\n${text}\n\`\`\``;
}

const BEGIN = "<!-- rules: npm run docs:rules -->";
const END = "<!-- /rules -->";

function withTable(readme: string): string {
  const begin = readme.indexOf(BEGIN);
  const end = readme.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`README.md has no ${BEGIN} ... ${END} for the table of rules.`);
  const rows = rules.map(({ id, severity, what }) => {
    const differs = severity === "error" ? "" : ` (${severity})`;
    return `| [\`${id}\`](docs/rules/${id}.md) | ${what}${differs} |`;
  });
  const table = ["| rule, an error unless said otherwise | finds |", "|---|---|", ...rows].join("\n");
  return `${readme.slice(0, begin)}${BEGIN}\n${table}\n${readme.slice(end)}`;
}
