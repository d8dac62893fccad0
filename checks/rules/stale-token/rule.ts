import type { Activity, Context } from "../../analysis/context.js";
import type { Block } from "../../configuration/configuration.js";
import type { ModuleInstance } from "../../terraform/module.js";
import type { Piece } from "../../values/text.js";
import { allPieces } from "../../values/value.js";
import type { Found, Rule } from "../rule.js";
import { ageIsChecked } from "../support/age-check.js";
import { everyAttribute } from "../support/attributes.js";

export const staleToken: Rule = {
  id: "stale-token",
  severity: "error",
  what: "A token is used long after it was made.",
  why: "Access tokens live for minutes to hours. State and saved plans keep them for longer, and a destroy may come months later.",
  fix: "Make the request where the token is used, or check its validity with a precondition.",
  source: { title: "RFC 6749, section 5.1 (expires_in)", url: "https://www.rfc-editor.org/rfc/rfc6749#section-5.1" },
  check: function* (context) {
    for (const activity of context.activities) if (activity.atDestroy) yield* atDestroy(context, activity);
    yield* consumers(context);
  },
};

/** A destroy may come months after the apply that made the token. */
function* atDestroy(context: Context, activity: Activity): Generator<Found> {
  const { block, place, command, environment, facts } = activity;
  const pieces = [...command.flat(), ...[...environment.values()].flatMap(allPieces)];
  if (pieces.some((piece) => isOld(context, piece)))
    yield { block, place, message: "A token that was made at apply is used when the resource is destroyed." };
  const files = new Set(
    context.tokenRequests
      .filter((other) => other.activity !== activity)
      .flatMap(({ activity: other }) => tokenFiles(context, other)),
  );
  if (facts.read.some((file) => files.has(file)))
    yield {
      block,
      place,
      message: "A file with the token of an earlier apply is used when the resource is destroyed.",
    };
}

const isOld = (context: Context, piece: Piece): boolean =>
  context.secrets.isToken(piece) ||
  (piece.nature === "token" &&
    piece.refs.some(
      (ref) => /^(?:self|terraform_data|null_resource)\b/.test(ref.address) && context.tokenRequests.length > 0,
    ));

const tokenFiles = (context: Context, activity: Activity): string[] =>
  [...activity.facts.written]
    .filter(([, content]) => content.some((piece) => context.secrets.isToken(piece)))
    .map(([name]) => name);

/** Consumers of a data source's token: first those within modules, so that a call is named only where nothing inside is. */
function* consumers(context: Context): Generator<Found> {
  if (!context.secrets.hasTokens) return;
  const consuming = new Set<ModuleInstance>();
  for (const module of [...context.modules].reverse()) {
    for (const block of module.directory.blocks) {
      if (!/^(?:resource|module|provider)$/.test(block.type)) continue;
      const child = block.type === "module" ? module.child(block.labels[0] ?? "") : undefined;
      if (child && consuming.has(child)) continue;
      const found = consumer(context, module, block);
      if (!found) continue;
      yield found;
      for (let at: ModuleInstance | undefined = module; at; at = at.parent) consuming.add(at);
    }
  }
}

/** The token of a data source is frozen in a saved plan, and expired when that is applied late. */
function consumer(context: Context, module: ModuleInstance, block: Block): Found | undefined {
  if (ageIsChecked(module, block)) return undefined;
  for (const attribute of everyAttribute(block)) {
    const value = module.attribute(attribute, block);
    const piece = value && allPieces(value).find((candidate) => context.secrets.isToken(candidate));
    const origin =
      piece &&
      context.secrets.origins(piece).find(({ scope, address }) => scope === "file" || address.startsWith("data."));
    if (!origin) continue;
    const home = context.modules.find((other) => other.directory.path === origin.scope);
    const source = home?.blocks.get(origin.address);
    if (source && ageIsChecked(home ?? module, source)) continue;
    // Across modules the place to mend is where the token comes from.
    if (source && origin.scope !== module.directory.path && block.type === "resource")
      return { block: source, message: "Its token is used in another module without a check of its validity." };
    const from = origin.scope === "file" ? "a file" : origin.address;
    return { block, place: attribute.place, message: `It uses the token of ${from} without a check of its validity.` };
  }
  return undefined;
}
