import type { Analysis } from "../../analysis/analysis.js";
import type { Attribute, Block } from "../../configuration/configuration.js";
import type { Place } from "../../configuration/place.js";
import type { ModuleInstance } from "../../terraform/module.js";
import { sketch, type SymbolicString } from "../../values/symbolic-string.js";
import { namedStrings } from "../../values/symbolic-value.js";
import { isNameOfSecret } from "../../vocabulary/secret-references.js";
import type { Mistake, Rule } from "../rule.js";
import { literalOf, realCredentials } from "../support/credentials.js";
import { ownerOf } from "../support/owner.js";
import { blocksOf, providerCredentials, settingsOf } from "../support/providers.js";
import { shownName } from "../support/shown-name.js";

export const literalSecret: Rule = {
  id: "literal-secret",
  severity: "error",
  what: "A secret is written down in the files.",
  why: "Everybody who can read the repository, its history or the synthesized files has the secret; it cannot be rotated without a change of code.",
  fix: "Take it from a sensitive variable, and revoke this value.",
  source: { title: "RFC 6819, section 5.3.3", url: "https://www.rfc-editor.org/rfc/rfc6819#section-5.3.3" },
  check: function* (analysis) {
    for (const { request, execution } of analysis.tokenRequests) {
      for (const { what, value } of realCredentials(request, analysis.vocabulary))
        yield* literal(analysis, what, value, execution.block, request.place);
    }
    for (const { effects, block, environment } of analysis.executions) {
      for (const { name, value, place } of effects.literals)
        yield* literal(analysis, shownName(name, block, place), value, block, place);
      for (const [name, value] of environment) {
        if (analysis.vocabulary.classifyName(name) === "oauth")
          for (const { fragments } of namedStrings(value))
            yield* literal(analysis, shownName(name, block), fragments, block, undefined);
      }
    }
    yield* inConfiguration(analysis);
  },
};

function* literal(
  analysis: Analysis,
  what: string,
  value: SymbolicString,
  block: Block,
  fallback: Place | undefined,
): Generator<Mistake> {
  if (literalOf(value) === undefined) return;
  const place = value.find((fragment) => fragment.place)?.place ?? fallback;
  const owner = place && ownerOf(analysis, place);
  yield {
    message: `The ${what} is written down in the files.`,
    block: owner?.block ?? block,
    address: owner?.address,
    place,
  };
}

const WITH_SETTINGS = ["provider", "resource", "data", "module", "locals", "inputs", "extra_arguments"];

/** Provider blocks, resources that define clients, module arguments, Terragrunt's inputs, defaults, locals and tfvars, by their names. */
function* inConfiguration(analysis: Analysis): Generator<Mistake> {
  for (const { module, block } of blocksOf(analysis, ...WITH_SETTINGS)) {
    const settings =
      block.type === "provider"
        ? providerCredentials(module, block)
        : settingsOf(module, block, (name) => analysis.vocabulary.isClientSecret(name));
    for (const { name, value } of settings)
      if (looksSecret(analysis, name, value)) yield* literal(analysis, shownName(name, block), value, block, undefined);
  }
  for (const { module, block } of blocksOf(analysis, "variable")) {
    const [name = ""] = block.labels;
    yield* named(analysis, module, name, block.attributes.get("default"), block);
  }
  for (const module of new Map(analysis.modules.map((one) => [one.directory, one])).values())
    for (const setting of module.directory.allSettings)
      yield* named(
        analysis,
        module,
        setting.name,
        setting,
        module.blocks.get(`variable.${setting.name}`) ?? variableOf(setting),
      );
}

/** The value of a variable, or what it has in it. */
function* named(
  analysis: Analysis,
  module: ModuleInstance,
  name: string,
  attribute: Attribute | undefined,
  block: Block,
): Generator<Mistake> {
  const value = module.attribute(attribute, block);
  for (const part of value ? namedStrings(value, name) : [])
    if (analysis.vocabulary.isClientSecret(part.name) && looksSecret(analysis, part.name, part.fragments))
      yield* literal(analysis, shownName(part.name, block, attribute?.place), part.fragments, block, attribute?.place);
}

/** The variable of a value in `*.tfvars`, which is in a folder of its own. */
const variableOf = ({ name, place }: Attribute): Block => ({
  type: "variable",
  labels: [name],
  place,
  attributes: new Map(),
  blocks: [],
  nested: () => [],
  mentions: () => true,
  comments: [],
});

/** `refresh_token = "days"` is a unit: only what is called a client's secret is one whatever it looks like. */
const looksSecret = ({ vocabulary }: Analysis, name: string, value: SymbolicString): boolean =>
  vocabulary.isNamedByUser(name) ||
  (/secret|password/i.test(name) ? !isNameOfSecret(sketch(value)) : /^(?=.*[\d\W_]).{12,}$/s.test(sketch(value)));
