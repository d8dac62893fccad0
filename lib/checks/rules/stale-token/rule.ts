import type { Activity, Context } from "../../analysis/context.js";
import type { Block } from "../../model/configuration.js";
import type { ModuleInstance } from "../../resolve/module.js";
import type { Piece } from "../../resolve/text.js";
import { allPieces } from "../../resolve/value.js";
import type { Found, Rule } from "../rule.js";
import { ageIsChecked } from "../support/age-check.js";
import { everyAttribute } from "../support/attributes.js";
import { blocksOf } from "../support/providers.js";

export const staleToken: Rule = {
  id: "stale-token",
  severity: "warning",
  what: "A token is used long after it was made.",
  why: "Access tokens live for minutes to hours. State and saved plans keep them for longer, and a destroy may come months later.",
  fix: "Make the request where the token is used, or check its validity with a precondition.",
  source: { title: "RFC 6749, section 5.1 (expires_in)", url: "https://www.rfc-editor.org/rfc/rfc6749#section-5.1" },
  check: function* (context) {
    for (const activity of context.activities) if (activity.atDestroy) yield* atDestroy(context, activity);
    for (const { module, block } of blocksOf(context, /^(?:resource|module|provider)$/))
      yield* consumer(context, module, block);
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

/** The token of a data source is frozen in a saved plan, and expired when that is applied late. */
function* consumer(context: Context, module: ModuleInstance, block: Block): Generator<Found> {
  if (ageIsChecked(module, block)) return;
  for (const attribute of everyAttribute(block)) {
    const value = module.attribute(attribute, block);
    const piece = value && allPieces(value).find((candidate) => context.secrets.isToken(candidate));
    const origins = piece
      ? context.secrets.origins(piece).filter(({ scope, address }) => scope === "file" || address.startsWith("data."))
      : [];
    if (!piece || origins.length === 0) continue;
    const sources = origins.map(({ scope, address }) =>
      context.modules.find((other) => other.directory.path === scope)?.blocks.get(address),
    );
    if (sources.some((source) => source && ageIsChecked(module, source))) continue;
    yield {
      block,
      place: attribute.place,
      message: `It uses the token of ${origins[0]?.address ?? "a data source"} without a check of its validity.`,
    };
    return;
  }
}
