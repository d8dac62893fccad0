import type { Analysis } from "../../analysis/analysis.js";
import type { Execution } from "../../executions/execution.js";
import type { Block } from "../../configuration/configuration.js";
import type { ModuleInstance } from "../../terraform/module.js";
import type { Fragment } from "../../values/symbolic-string.js";
import { fragmentsOf } from "../../values/symbolic-value.js";
import type { Mistake, Rule } from "../rule.js";
import { certaintyAbout } from "../support/certainty.js";
import { ageIsChecked } from "../support/age-check.js";
import { everyAttribute } from "../../configuration/attributes.js";

export const staleToken: Rule = {
  id: "stale-token",
  severity: "error",
  what: "A token is used long after it was made.",
  why: "Access tokens live for minutes to hours. State and saved plans keep them for longer, and a destroy may come months later.",
  fix: "Make the request where the token is used, or check its validity with a precondition.",
  source: { title: "RFC 6749, section 5.1 (expires_in)", url: "https://www.rfc-editor.org/rfc/rfc6749#section-5.1" },
  check: function* (analysis) {
    for (const execution of analysis.executions) if (execution.atDestroy) yield* atDestroy(analysis, execution);
    yield* consumers(analysis);
  },
};

/** A destroy may come months after the apply that made the token. */
function* atDestroy(analysis: Analysis, execution: Execution): Generator<Mistake> {
  const { block, place, command, environment, effects } = execution;
  const fragments = [...command.flat(), ...[...environment.values()].flatMap(fragmentsOf)];
  if (fragments.some((fragment) => isOld(analysis, fragment)))
    yield { block, place, message: "A token that was made at apply is used when the resource is destroyed." };
  const files = new Set(
    analysis.tokenRequests
      .filter((other) => other.execution !== execution)
      .flatMap(({ execution: other }) => tokenFiles(analysis, other)),
  );
  if (effects.read.some((file) => files.has(file)))
    yield {
      block,
      place,
      message: "A file with the token of an earlier apply is used when the resource is destroyed.",
    };
}

/** What keeps a value of an earlier apply for its provisioners. */
const TRIGGERED = new Set(["self", "terraform_data", "null_resource"]);
const CONSUMERS = new Set(["resource", "module", "provider"]);

const isOld = (analysis: Analysis, fragment: Fragment): boolean =>
  analysis.secrets.isToken(fragment) ||
  (fragment.taint === "token" &&
    fragment.provenance.some(
      (origin) => TRIGGERED.has(/^\w*/.exec(origin.address)?.[0] ?? "") && analysis.tokenRequests.length > 0,
    ));

const tokenFiles = (analysis: Analysis, execution: Execution): string[] =>
  [...execution.effects.written]
    .filter(([, content]) => content.some((fragment) => analysis.secrets.isToken(fragment)))
    .map(([name]) => name);

/** Consumers of a data source's token: first those within modules, so that a call is named only where nothing inside is. */
function* consumers(analysis: Analysis): Generator<Mistake> {
  if (!analysis.secrets.hasTokens) return;
  const consuming = new Set<ModuleInstance>();
  for (const module of [...analysis.modules].reverse()) {
    for (const block of module.directory.blocks) {
      if (!CONSUMERS.has(block.type)) continue;
      const child = block.type === "module" ? module.child(block.labels[0] ?? "") : undefined;
      if (child && consuming.has(child)) continue;
      const found = consumer(analysis, module, block);
      if (!found) continue;
      yield found;
      for (let at: ModuleInstance | undefined = module; at; at = at.parent) consuming.add(at);
    }
  }
}

/** The token of a data source is frozen in a saved plan, and expired when that is applied late. */
function consumer(analysis: Analysis, module: ModuleInstance, block: Block): Mistake | undefined {
  if (ageIsChecked(module, block)) return undefined;
  for (const attribute of everyAttribute(block)) {
    const value = module.attribute(attribute, block);
    const fragment = value && fragmentsOf(value).find((candidate) => analysis.secrets.isToken(candidate));
    const origin =
      fragment &&
      analysis.secrets.origins(fragment).find(({ scope, address }) => scope === "file" || address.startsWith("data."));
    if (!origin) continue;
    const home = analysis.lookup.module(origin.scope);
    const source = home?.blocks.get(origin.address);
    if (source && ageIsChecked(home ?? module, source)) continue;
    // Across modules the place to mend is where the token comes from.
    if (source && origin.scope !== module.directory.path && block.type === "resource")
      return { block: source, message: "Its token is used in another module without a check of its validity." };
    const from = origin.scope === "file" ? "a file" : origin.address;
    const message = `It uses the token of ${from} without a check of its validity.`;
    return { block, place: attribute.place, message, certainty: certaintyAbout(fragment) };
  }
  return undefined;
}
