import type { Analysis } from "../../analysis/analysis.js";
import { everyAttribute } from "../../configuration/attributes.js";
import { children, isConstant, type Expression } from "../../configuration/expressions/expression.js";
import { credentialsOf } from "../../requests/fields.js";
import type { Fragment } from "../../values/symbolic-string.js";
import { attributeName } from "../../terraform/object-type.js";
import { fragmentsOf } from "../../values/symbolic-value.js";
import { isCloud } from "../../vocabulary/provider-settings.js";
import type { Mistake, Rule } from "../rule.js";
import { blocksOf, providerCredentials, settingsOf } from "../support/providers.js";
import { storedAttributes } from "../support/stored.js";
import { givenTo, isSet } from "../support/suppressed.js";

export const unmarkedVariable: Rule = {
  id: "unmarked-variable",
  severity: "error",
  what: "A variable that carries a secret is not marked sensitive.",
  why: "Terraform prints its value in plans, in errors and in the console.",
  fix: "Add `sensitive = true`, and `ephemeral = true` if nothing stores it.",
  source: {
    title: "Terraform, variable block, sensitive",
    url: "https://developer.hashicorp.com/terraform/language/block/variable#sensitive",
  },
  check: function* (analysis) {
    const seen = new Set<string>();
    for (const fragment of carried(analysis)) {
      for (const { scope, address } of fragment.provenance) {
        const key = `${scope}|${address}`;
        if (!address.startsWith("variable.") || seen.has(key)) continue;
        seen.add(key);
        const found = unmarked(analysis, scope, address);
        if (found) yield found;
      }
    }
  },
};

/** Everything that is a credential of a token request, wherever it goes. */
function* carried(analysis: Analysis): Generator<Fragment> {
  const { secrets } = analysis;
  for (const { request } of analysis.tokenRequests)
    for (const { value } of credentialsOf(request, analysis.vocabulary))
      yield* value.filter((fragment) => !fragment.derived);
  for (const execution of analysis.executions)
    yield* givenTo(execution).filter((fragment) => secrets.isCredential(fragment, execution));
  for (const { module, block } of blocksOf(analysis, "resource", "data")) {
    for (const { attribute } of storedAttributes(block)) {
      if (isConstant(attribute.value())) continue;
      const value = module.attribute(attribute, block);
      if (value) yield* fragmentsOf(value).filter((fragment) => secrets.isCredential(fragment, "elsewhere"));
    }
  }
  // A module that is not there to read: what it does with its arguments is told by their names, and by those in them.
  for (const { module, block } of blocksOf(analysis, "module")) {
    if (module.child(block.labels[0] ?? "")) continue;
    for (const { value } of settingsOf(module, block, (name) => analysis.vocabulary.isClientSecret(name))) yield* value;
    for (const attribute of everyAttribute(block)) {
      const value = module.attribute(attribute, block);
      if (value) yield* fragmentsOf(value).filter((fragment) => isObjectWithSecret(analysis, fragment));
    }
  }
  for (const { module, block } of blocksOf(analysis, "provider")) {
    if (isCloud(block.labels[0] ?? "")) continue;
    for (const { value } of providerCredentials(module, block)) yield* value;
  }
}

/** A variable as a whole whose type has a client's secret among its attributes. */
function isObjectWithSecret(analysis: Analysis, { provenance }: Fragment): boolean {
  const [origin] = provenance;
  if (!origin?.address.startsWith("variable.") || origin.member !== undefined) return false;
  const home = analysis.lookup.module(origin.scope);
  const type = home?.blocks.get(origin.address)?.attributes.get("type")?.value();
  return type !== undefined && namesIn(type).some((name) => analysis.vocabulary.isClientSecret(name));
}

/** The names of the attributes in a type. */
function namesIn(type: Expression): string[] {
  const own = type.kind === "object" ? type.entries.flatMap(({ key }) => attributeName(key) ?? []) : [];
  return [...own, ...children(type).flatMap(namesIn)];
}

function unmarked(analysis: Analysis, scope: string, address: string): Mistake | undefined {
  const block = analysis.lookup.module(scope)?.blocks.get(address);
  if (!block) return undefined;
  const sensitive = isSet(analysis, scope, address, "sensitive");
  if (sensitive === true) return undefined;
  return {
    block,
    certainty: block.attributes.has("sensitive") && sensitive === undefined ? "likely" : undefined,
    message: `var.${block.labels[0] ?? ""} carries a secret and is not marked sensitive.`,
  };
}
