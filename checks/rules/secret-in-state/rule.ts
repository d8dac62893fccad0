import type { Analysis } from "../../analysis/analysis.js";
import { writtenBy } from "../../executions/written-files.js";
import type { Block } from "../../configuration/configuration.js";
import type { Execution } from "../../executions/execution.js";
import { isConstant } from "../../configuration/expressions/expression.js";
import type { ModuleInstance } from "../../terraform/module.js";
import { valuesOfInstances } from "../../terraform/instances.js";
import { canonicalName } from "../../vocabulary/names.js";
import { requestType } from "../../vocabulary/request-types.js";
import { keptBy } from "../../vocabulary/keeping-resources.js";
import type { Fragment } from "../../values/symbolic-string.js";
import { fragmentsOf } from "../../values/symbolic-value.js";
import type { Mistake, Rule } from "../rule.js";
import { answerFor } from "./answer.js";
import { realCredentials } from "../support/credentials.js";
import { blocksOf } from "../support/providers.js";
import { certaintyAbout } from "../support/certainty.js";
import { placeWithin, secretName, withName } from "../support/secret-name.js";
import { storedAttributes } from "../support/stored.js";

export const secretInState: Rule = {
  id: "secret-in-state",
  severity: "error",
  what: "A secret or an access token is stored in Terraform's state.",
  why: "State and saved plans hold these attributes in clear text, marked sensitive or not, for everybody who may read them and for as long as they are kept.",
  fix: "Use `environment`, an ephemeral block or a write-only argument.",
  source: {
    title: "Terraform, Manage sensitive data",
    url: "https://developer.hashicorp.com/terraform/language/manage-sensitive-data",
  },
  check: function* (analysis) {
    const told = new Set<Block>();
    for (const { module, block } of blocksOf(analysis, "resource", "data")) {
      for (const found of stored(analysis, module, block)) {
        told.add(block);
        yield found;
      }
    }
    yield* bodies(analysis);
    for (const tokenRequest of analysis.tokenRequests) {
      const { request, execution } = tokenRequest;
      const { block, kind } = execution;
      if (block.type === "ephemeral") continue;
      const credential = realCredentials(request, analysis.vocabulary)[0];
      // What no attribute shows is told by its role in the request: a literal, a part of an object.
      if (kind === "provider" && credential?.value.some(({ expanded }) => expanded !== true) && !told.has(block))
        yield {
          block,
          place: request.place,
          request: tokenRequest,
          message: `The ${credential.what} of the request is stored in state.`,
        };
      const inScript =
        execution.command.flat().some((fragment) => analysis.secrets.isCredential(fragment, execution)) ||
        [...execution.files.values()].flat().some((fragment) => analysis.secrets.isCredential(fragment, "elsewhere"));
      if (
        kind === "boot" &&
        !told.has(block) &&
        (inScript ||
          (credential && credential.value.some((fragment) => fragment.text !== undefined && !fragment.expanded)))
      )
        yield { block, execution, message: "The script with the secret in it is stored in state." };
      else if (kind === "boot" && !told.has(block)) yield* inEnvironment(analysis, execution);
    }
  },
};

/** What a container's variables give its program for the request. */
function* inEnvironment(analysis: Analysis, execution: Execution): Generator<Mistake> {
  const { block, environment } = execution;
  for (const [name, value] of environment) {
    const fragment = fragmentsOf(value).find((candidate) => analysis.secrets.isCredential(candidate, "elsewhere"));
    if (!fragment) continue;
    const message = `${withName("A secret", fragment)} in the environment (${name}) is stored in state.`;
    yield { block, place: fragment.place, execution, certainty: certaintyAbout(fragment), message, subject: name };
  }
}

function* stored(analysis: Analysis, module: ModuleInstance, block: Block): Generator<Mistake> {
  const executions = analysis.lookup.executionsOf(block).filter((other) => other.module === module);
  const request = analysis.lookup.executionsOf(block).flatMap((other) => analysis.lookup.requestsOf(other))[0];
  const external = block.labels[0] === "external" || block.labels[0] === "local_command";
  const unread = executions.some(({ effects }) => effects.notRead.length > 0);
  const where = (external ? executions[0] : undefined) ?? (unread ? undefined : "elsewhere");
  const { secrets } = analysis;
  const requests = requestType(block.labels[0] ?? "") !== undefined;
  const values = storedAttributes(block)
    .filter(
      ({ attribute, tokensOnly }) => tokensOnly === undefined || (secrets.hasTokens && !isConstant(attribute.value())),
    )
    .flatMap((stored) =>
      valuesOfInstances(module, stored.attribute, block).map((value) => ({ ...stored, fragments: fragmentsOf(value) })),
    );
  for (const { attribute, name, fragments, tokensOnly } of values) {
    const isKept = (one: Fragment): boolean =>
      tokensOnly === true
        ? one.taint !== "secret" && secrets.isToken(one)
        : secrets.isSecret(one, where) || (requests && isTokenOfUnreadModule(module, one));
    for (const fragment of fragments.filter(isKept)) {
      const what = fragment.taint === "token" || fragment.taint === "response" ? "An access token" : "A secret";
      yield {
        block,
        place: placeWithin(fragments, fragment, attribute.place),
        request,
        execution: executions[0],
        certainty: certaintyAbout(fragment),
        message: `${withName(what, fragment)} in ${name} is stored in state${instead(block, attribute.name)}.`,
        subject: secretName(fragment),
        answer: block.type === "data" ? answerFor(analysis, fragment) : undefined,
      };
    }
  }
}

/** What a module that cannot be read gives as an access token, by the name of its output. */
const isTokenOfUnreadModule = (module: ModuleInstance, { taint, provenance }: Fragment): boolean =>
  taint === "token" &&
  provenance.some(
    ({ scope, address, member }) =>
      scope === module.directory.path &&
      address.startsWith("module.") &&
      canonicalName(member ?? "").endsWith("access_token") &&
      module.child(address.slice("module.".length)) === undefined,
  );

/** The argument that no state holds. */
function instead(block: Block, attribute: string): string {
  const row = keptBy(block.labels[0] ?? "").find((one) => one.attribute === attribute);
  return row?.writeOnly === undefined ? "" : `; what is given as ${row.writeOnly} is not`;
}

/** A file with the body, which the program that makes the request reads. */
function* bodies(analysis: Analysis): Generator<Mistake> {
  const read = new Set(analysis.tokenRequests.flatMap(({ execution }) => execution.effects.read));
  for (const { module, block } of blocksOf(analysis, "resource")) {
    for (const [name, content] of writtenBy(module, block)) {
      if (read.has(name) && content.some((fragment) => analysis.secrets.isCredential(fragment)))
        yield { block, message: "The file with the secret in it is stored in state." };
    }
  }
}
