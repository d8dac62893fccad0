import type { Analysis } from "../../analysis/analysis.js";
import type { TokenRequest } from "../../analysis/token-request.js";
import type { Execution } from "../../executions/execution.js";
import type { Place } from "../../configuration/place.js";
import { urlFields } from "../../requests/fields.js";
import type { Fragment } from "../../values/symbolic-string.js";
import type { Mistake, Rule } from "../rule.js";
import { realCredentials } from "../support/credentials.js";
import { certaintyAbout } from "../support/certainty.js";
import { usedTokens } from "./api-calls.js";
import { shownName } from "../support/shown-name.js";
import { listed } from "../support/listed.js";
import { placeIn, placeOf } from "../support/requests.js";
import { placeWithin, secretName, withName } from "../support/secret-name.js";

export const secretInCommand: Rule = {
  id: "secret-in-command",
  severity: "error",
  what: "A secret or an access token becomes part of a command, of a program's arguments, or of a URL.",
  why: "Arguments are in the process list for every user of the machine, and Terraform prints the command in full when it fails, sensitive or not. URLs are in the logs of servers and proxies.",
  fix: "Pass it in the program's environment; to curl, on stdin: a header by `-H @-`, a body by `--data @-`.",
  source: { title: "RFC 6749, section 2.3.1 and 10.3", url: "https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1" },
  check: function* (analysis) {
    for (const execution of analysis.executions) if (execution.kind !== "boot") yield* inCommand(analysis, execution);
  },
};

function* inCommand(analysis: Analysis, execution: Execution): Generator<Mistake> {
  const { block, effects } = execution;
  const writes = writtenByTerraform(analysis, execution);
  const requests = analysis.lookup.requestsOf(execution);
  for (const { fragment, place } of writes)
    yield {
      block,
      place,
      request: requests[0],
      execution,
      certainty: certaintyAbout(fragment),
      message: `Terraform writes ${withName(whatIs(fragment, "a secret"), fragment)} into the command.`,
      subject: secretName(fragment),
    };
  // What Terraform wrote is an argument as it stands; what a program expands is a mistake of its own.
  const named = new Set(writes.map(({ fragment }) => secretName(fragment)));
  for (const { fragment, where, place } of usedTokens(analysis, execution)) {
    if (named.has(secretName(fragment))) continue;
    named.add(secretName(fragment));
    yield { block, place, execution, message: `${withName("An access token", fragment)} is ${where}.` };
  }
  const counts = (fragment: Fragment): boolean =>
    writes.length === 0 || fragment.expanded === true || fragment.provenance.length === 0;
  const told = new Set<Place>();
  for (const request of requests) {
    for (const { message, place } of inRequest(request, counts)) {
      told.add(placeOf(request));
      yield { block, place, message, request };
    }
  }
  for (const { program, args, place } of effects.processes) {
    if (place && told.has(place)) continue;
    const secret = args.flat().find((fragment) => counts(fragment) && analysis.secrets.isSecret(fragment, execution));
    if (secret)
      yield {
        block,
        place,
        execution,
        certainty: certaintyAbout(secret),
        message: `${withName(whatIs(secret, "A secret"), secret)} is an argument of ${shownName(program, block, place)}.`,
      };
  }
}

function whatIs({ taint }: Fragment, secret: "a secret" | "A secret"): string {
  if (taint !== "token" && taint !== "response") return secret;
  return secret === "A secret" ? "An access token" : "an access token";
}

/** The secrets that are a part of the command before any shell sees it, each once. */
function writtenByTerraform(analysis: Analysis, execution: Execution): { fragment: Fragment; place: Place }[] {
  const found = new Map<string | undefined, { fragment: Fragment; place: Place }>();
  for (const text of execution.command)
    for (const fragment of text)
      if (analysis.secrets.isSecret(fragment, execution) && !found.has(secretName(fragment)))
        found.set(secretName(fragment), { fragment, place: placeWithin(text, fragment, execution.place) });
  return [...found.values()];
}

function* inRequest(
  request: TokenRequest,
  counts: (fragment: Fragment) => boolean,
): Generator<{ readonly message: string; readonly place: Place }> {
  const { tool, url } = request.request;
  const { vocabulary } = request.execution.module.workspace;
  const credentials = realCredentials(request.request, vocabulary);
  const byPlace = new Map<Place, string[]>();
  for (const { what, value, written, channel } of credentials) {
    if (channel !== "argument" || !value.some(counts)) continue;
    const place = placeIn(written, request);
    byPlace.set(place, [...(byPlace.get(place) ?? []), what]);
  }
  for (const [place, names] of byPlace) {
    const all = [...new Set(names)];
    yield {
      place,
      message: `The ${listed(all)} ${all.length === 1 ? "is an argument" : "are arguments"} of ${tool}.`,
    };
  }
  const place = placeIn(url, request);
  if (byPlace.has(place)) return;
  if (credentials.some(({ what }) => what === "password in the URL"))
    yield { place, message: "A password is a part of the URL." };
  const inUrl = urlFields(url).find(({ name, value }) => vocabulary.isSecretField(name) && value.length > 0);
  if (inUrl) yield { place, message: `The ${inUrl.name} is a part of the URL.` };
}
