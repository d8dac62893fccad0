import type { Activity, Context } from "../../analysis/context.js";
import { credentialsOf } from "../../requests/fields.js";
import { known, type Piece } from "../../values/text.js";
import { allPieces, asText } from "../../values/value.js";
import type { ModuleInstance } from "../../terraform/module.js";
import type { Found, Rule } from "../rule.js";
import { blocksOf, providerCredentials } from "../support/providers.js";
import { storedAttributes } from "../support/stored.js";

export const unmarkedVariable: Rule = {
  id: "unmarked-variable",
  severity: "error",
  what: "A variable that carries a secret is not marked sensitive.",
  why: "Terraform prints its value in plans, in errors and in the console.",
  fix: "Add `sensitive = true`, and `ephemeral = true` where it goes only where nothing is stored.",
  source: {
    title: "Terraform, variable block, sensitive",
    url: "https://developer.hashicorp.com/terraform/language/block/variable#sensitive",
  },
  check: function* (context) {
    const seen = new Set<string>();
    for (const piece of carried(context)) {
      for (const { scope, address } of piece.refs) {
        const key = `${scope}|${address}`;
        if (!address.startsWith("variable.") || seen.has(key)) continue;
        seen.add(key);
        const found = unmarked(context, scope, address);
        if (found) yield found;
      }
    }
  },
};

/** Providers of clouds, whose client secret is a matter of the cloud's own login. */
const CLOUD = /^(?:azurerm|azuread|azapi|azurestack|aws|awscc|google|google-beta|oci|alicloud|ibm)$/;

/** Everything that is a credential of a token request, wherever it goes. */
function* carried(context: Context): Generator<Piece> {
  const { secrets } = context;
  for (const { request } of context.tokenRequests)
    for (const { value } of credentialsOf(request)) yield* value.filter((piece) => !piece.derived);
  for (const activity of context.activities)
    yield* given(activity).filter((piece) => secrets.isCredential(piece, activity));
  for (const { module, block } of blocksOf(context, /^(?:resource|data)$/)) {
    if (!secrets.concern(block)) continue;
    for (const attribute of storedAttributes(block)) {
      const value = module.attribute(attribute, block);
      if (value) yield* allPieces(value).filter((piece) => secrets.isCredential(piece, "elsewhere"));
    }
  }
  for (const { module, block } of blocksOf(context, /^provider$/)) {
    if (!secrets.concern(block) || CLOUD.test(block.labels[0] ?? "")) continue;
    for (const { value } of providerCredentials(module, block)) yield* value;
  }
}

const given = (activity: Activity): Piece[] => [
  ...activity.command.flat(),
  ...[...activity.environment.values()].flatMap(allPieces),
];

function unmarked(context: Context, scope: string, address: string): Found | undefined {
  const module = context.modules.find((candidate) => candidate.directory.path === scope);
  const block = module?.blocks.get(address);
  if (!module || !block || isSensitive(module, block)) return undefined;
  return {
    block,
    message: `The variable ${block.labels[0] ?? ""} carries a secret into an access token request and is not marked sensitive.`,
  };
}

function isSensitive(module: ModuleInstance, block: Found["block"]): boolean {
  const value = module.attribute(block.attributes.get("sensitive"), block);
  return value !== undefined && known(asText(value)) === "true";
}
