import { known } from "../../values/text.js";
import { allPieces, asText } from "../../values/value.js";
import type { Rule } from "../rule.js";
import { blocksOf } from "../support/providers.js";

export const unmarkedOutput: Rule = {
  id: "unmarked-output",
  severity: "error",
  what: "An output that holds a secret is not marked sensitive.",
  why: "Terraform prints it after every apply, into every log of a pipeline.",
  fix: "Add `sensitive = true`, or better, do not output it.",
  source: {
    title: "Terraform, output block, sensitive",
    url: "https://developer.hashicorp.com/terraform/language/block/output#sensitive",
  },
  check: function* (context) {
    for (const { module, block } of blocksOf(context, /^output$/)) {
      if (!context.secrets.concern(block)) continue;
      const sensitive = module.attribute(block.attributes.get("sensitive"), block);
      if (sensitive && known(asText(sensitive)) === "true") continue;
      const attribute = block.attributes.get("value");
      const value = module.attribute(attribute, block);
      const piece = value && allPieces(value).find((candidate) => context.secrets.isSecret(candidate));
      if (!piece) continue;
      const what =
        piece.nature === "response"
          ? "what a token endpoint answered"
          : piece.nature === "token"
            ? "an access token"
            : "a secret";
      yield {
        block,
        place: attribute?.place,
        message: `The output ${block.labels[0] ?? ""} holds ${what} and is not marked sensitive.`,
      };
    }
  },
};
