import type { Context } from "../../analysis/context.js";
import { writtenBy } from "../../executions/written-files.js";
import type { Block } from "../../configuration/configuration.js";
import type { ModuleInstance } from "../../terraform/module.js";
import { allPieces } from "../../values/value.js";
import type { Found, Rule } from "../rule.js";
import { realCredentials } from "../support/credentials.js";
import { blocksOf } from "../support/providers.js";
import { storedAttributes } from "../support/stored.js";

export const secretInState: Rule = {
  id: "secret-in-state",
  severity: "error",
  what: "A secret is stored in Terraform's state.",
  why: "State and saved plans hold these attributes in clear text, marked sensitive or not, for everybody who may read them and for as long as they are kept.",
  fix: "Give the secret to a provisioner's `environment`, an ephemeral block or a write-only argument, none of which is stored; trigger on a hash or a version of it.",
  source: {
    title: "Terraform, Manage sensitive data",
    url: "https://developer.hashicorp.com/terraform/language/manage-sensitive-data",
  },
  check: function* (context) {
    for (const { module, block } of blocksOf(context, /^(?:resource|data)$/))
      if (context.secrets.concern(block)) yield* stored(context, module, block);
    yield* bodies(context);
    for (const { request, activity } of context.tokenRequests) {
      const { block, kind } = activity;
      if (block.type === "ephemeral") continue;
      const credential = realCredentials(request)[0];
      if (kind === "provider" && credential)
        yield { block, place: request.place, message: `The ${credential.what} of the request is stored in state.` };
      const inScript = activity.command.flat().some((piece) => context.secrets.isCredential(piece, activity));
      if (
        kind === "boot" &&
        (inScript || (credential && credential.value.some((piece) => piece.text !== undefined && !piece.expanded)))
      )
        yield { block, message: "The script with the secret in it is stored in state." };
    }
  },
};

function* stored(context: Context, module: ModuleInstance, block: Block): Generator<Found> {
  const activities = context.activities.filter((other) => other.block === block && other.module === module);
  const external = block.labels[0] === "external" || block.labels[0] === "local_command";
  const unread = activities.some(({ facts }) => facts.notRead.length > 0);
  const where = (external ? activities[0] : undefined) ?? (unread ? undefined : "elsewhere");
  for (const attribute of storedAttributes(block)) {
    const value = module.attribute(attribute, block);
    const piece = value && allPieces(value).find((candidate) => context.secrets.isSecret(candidate, where));
    if (piece) {
      const what = piece.nature === "token" || piece.nature === "response" ? "An access token" : "A secret";
      yield { block, place: attribute.place, message: `${what} in ${attribute.name} is stored in state.` };
    }
  }
}

/** A file with the body, which the program that makes the request reads. */
function* bodies(context: Context): Generator<Found> {
  const read = new Set(context.tokenRequests.flatMap(({ activity }) => activity.facts.read));
  for (const { module, block } of blocksOf(context, /^resource$/)) {
    for (const [name, content] of writtenBy(module, block)) {
      if (read.has(name) && content.some((piece) => context.secrets.isCredential(piece)))
        yield { block, message: "The file with the secret in it is stored in state." };
    }
  }
}
