import { concrete } from "../../values/symbolic-string.js";
import { fragmentsOf, asString } from "../../values/symbolic-value.js";
import type { SymbolicString, Fragment } from "../../values/symbolic-string.js";
import type { Vocabulary } from "../../vocabulary/vocabulary.js";
import type { Rule } from "../rule.js";
import { certaintyAbout } from "../support/certainty.js";
import { blocksOf } from "../support/providers.js";

export const unmarkedOutput: Rule = {
  id: "unmarked-output",
  severity: "error",
  what: "An output that holds a secret or an access token is not marked sensitive.",
  why: "Terraform prints it after every apply, into every log of a pipeline.",
  fix: "Add `sensitive = true`, or better, do not output it.",
  source: {
    title: "Terraform, output block, sensitive",
    url: "https://developer.hashicorp.com/terraform/language/block/output#sensitive",
  },
  check: function* (analysis) {
    for (const { module, block } of blocksOf(analysis, "output")) {
      const sensitive = module.attribute(block.attributes.get("sensitive"), block);
      if (sensitive && concrete(asString(sensitive)) === "true") continue;
      const attribute = block.attributes.get("value");
      const value = module.attribute(attribute, block);
      const fragments = value ? fragmentsOf(value) : [];
      const fragment =
        fragments.find((candidate) => analysis.secrets.isSecret(candidate)) ??
        writtenAsSecret(fragments, analysis.vocabulary);
      if (!fragment) continue;
      const what =
        fragment.taint === "response"
          ? "what a token endpoint answered"
          : fragment.taint === "token"
            ? "an access token"
            : "a secret";
      yield {
        block,
        place: attribute?.place,
        certainty: certaintyAbout(fragment),
        message: `It holds ${what} and is not marked sensitive.`,
      };
    }
  },
};

/** A client's secret by what stands before it, as in a command to copy: `client_secret=${...}`. */
function writtenAsSecret(text: SymbolicString, vocabulary: Vocabulary): Fragment | undefined {
  return text.find((fragment, index) => {
    const before = text[index - 1]?.text;
    const name = before && /([\w-]{1,60})=["']?$/.exec(before)?.[1];
    return fragment.text === undefined && name !== undefined && name !== "" && vocabulary.isClientSecret(name);
  });
}
