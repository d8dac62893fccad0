import type { Context } from "../../analysis/context.js";
import { mayNameClientSecret } from "../../executions/relevance.js";
import type { Block } from "../../configuration/configuration.js";
import type { Place } from "../../configuration/place.js";
import { classifyName } from "../../vocabulary/names.js";
import { sketch, type Text } from "../../values/text.js";
import { named } from "../../values/value.js";
import type { Found, Rule } from "../rule.js";
import { literalOf, realCredentials } from "../support/credentials.js";
import { ownerOf } from "../support/owner.js";
import { blocksOf, isClientSecret, providerCredentials, settingsOf } from "../support/providers.js";

export const literalSecret: Rule = {
  id: "literal-secret",
  severity: "error",
  what: "The value of a secret stands in the files.",
  why: "Everybody who can read the repository, its history or the synthesized files has the secret; it cannot be rotated without a change of code.",
  fix: "Take it from a variable marked sensitive, from the environment, or from a secrets manager, and revoke the value that was written down.",
  source: { title: "RFC 6819, section 5.3.3", url: "https://www.rfc-editor.org/rfc/rfc6819#section-5.3.3" },
  check: function* (context) {
    for (const { request, activity } of context.tokenRequests) {
      for (const { what, value } of realCredentials(request))
        yield* literal(context, what, value, activity.block, request.place);
    }
    for (const { facts, block, environment } of context.activities) {
      for (const { name, value, place } of facts.literals) yield* literal(context, name, value, block, place);
      for (const [name, value] of environment) {
        if (classifyName(name) === "oauth")
          for (const { pieces } of named(value)) yield* literal(context, name, pieces, block, undefined);
      }
    }
    yield* inConfiguration(context);
  },
};

function* literal(
  context: Context,
  what: string,
  value: Text,
  block: Block,
  fallback: Place | undefined,
): Generator<Found> {
  if (literalOf(value) === undefined) return;
  const place = value.find((piece) => piece.place)?.place ?? fallback;
  const owner = place && ownerOf(context, place);
  yield {
    message: `The value of ${what} stands in the files.`,
    block: owner?.block ?? block,
    address: owner?.address,
    place,
  };
}

/** Provider blocks, resources that define clients, module arguments, defaults, locals and tfvars, by their names. */
function* inConfiguration(context: Context): Generator<Found> {
  for (const { module, block } of blocksOf(context, /^(?:provider|resource|module|locals)$/)) {
    if (!mayNameClientSecret(block)) continue;
    const settings =
      block.type === "provider" ? providerCredentials(module, block) : settingsOf(module, block, isClientSecret);
    for (const { name, value } of settings)
      if (looksSecret(name, value)) yield* literal(context, name, value, block, undefined);
  }
  for (const { module, block } of blocksOf(context, /^variable$/)) {
    const [name = ""] = block.labels;
    const setting = module.parent ? undefined : module.directory.settings.get(name);
    const value = module.attribute(setting ?? block.attributes.get("default"), block);
    if (!value) continue;
    for (const part of named(value, name))
      if (isClientSecret(part.name) && looksSecret(part.name, part.pieces))
        yield* literal(context, part.name, part.pieces, block, setting?.place);
  }
}

/** `refresh_token = "days"` is a unit: only what is called a client's secret is one whatever it looks like. */
const looksSecret = (name: string, value: Text): boolean =>
  /secret|password/i.test(name) || /^(?=.*[\d\W_]).{12,}$/s.test(sketch(value));
