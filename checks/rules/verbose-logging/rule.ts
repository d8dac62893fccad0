import { shownName } from "../support/shown-name.js";
import type { Analysis } from "../../analysis/analysis.js";
import type { Execution } from "../../executions/execution.js";
import type { Mistake, Rule } from "../rule.js";
import { logsRequests } from "../../vocabulary/logging-settings.js";
import { AttributeReader } from "../../executions/provider-requests.js";
import { bearerToken } from "../../requests/fields.js";
import type { Block } from "../../configuration/configuration.js";
import type { ModuleInstance } from "../../terraform/module.js";
import { concrete } from "../../values/symbolic-string.js";
import { blocksOf, providerCredentials, settingsOf } from "../support/providers.js";
import { certaintyAbout } from "../support/certainty.js";
import { eachRequest } from "../support/requests.js";
import { isSuppressed } from "../support/suppressed.js";

export const verboseLogging: Rule = {
  id: "verbose-logging",
  severity: "error",
  what: "The request, a secret or the token is shown in the log.",
  why: "What a program prints goes to Terraform's output, and from there into the logs of every pipeline.",
  fix: "Drop `set -x`, `-v`, a provider's debug mode and what prints the answer; send one that nobody reads to /dev/null.",
  source: { title: "RFC 6819, section 5.1.6", url: "https://www.rfc-editor.org/rfc/rfc6819#section-5.1.6" },
  check: function* (analysis) {
    yield* eachRequest(analysis, ({ request }) =>
      request.verbose === undefined
        ? undefined
        : `${request.tool} shows the access token request and its answer (${request.verbose}).`,
    );
    for (const execution of analysis.executions) yield* logged(analysis, execution);
    yield* providers(analysis);
  },
};

/** Providers in a mode that logs the token, which they ask for themselves or are given. */
function* providers(analysis: Analysis): Generator<Mistake> {
  for (const { module, block } of blocksOf(analysis, "provider")) {
    const [name = ""] = block.labels;
    for (const { attribute, value } of settingsOf(module, block, (setting) => logsRequests(name, setting)))
      if (concrete(value) === "true" && (providerCredentials(module, block).length > 0 || usesToken(module, block)))
        yield {
          block,
          place: attribute.place,
          message: `The provider logs its requests and their answers, with the token in them (${attribute.name}).`,
          fix: `Drop ${attribute.name}, or set it to false.`,
        };
  }
}

/** Whether a provider is given a token for its requests. */
const usesToken = (module: ModuleInstance, block: Block): boolean => {
  const headers = new AttributeReader(module, block).headers();
  return (
    headers.some((header) => bearerToken(header) !== undefined) ||
    [...settingsOf(module, block, (name) => module.workspace.vocabulary.classifyName(name) === "token")].length > 0
  );
};

function* logged(analysis: Analysis, execution: Execution): Generator<Mistake> {
  const { block, effects } = execution;
  const asked = analysis.lookup.requestsOf(execution);
  const requests = asked.map(({ request }) => request);
  for (const { how, text, place, from } of effects.traced) {
    const asks = requests.some((request) => request.place !== undefined && same(request.place, place));
    if (asks || (requests.length > 0 && analysis.secrets.in(text, execution)))
      yield {
        block,
        place: from,
        execution,
        message: `${how} shows the request, or a secret, in the log.`,
        fix: `Drop \`${how}\`, or end it before the secret is read (\`set +x\`).`,
      };
  }
  for (const { by, text, place } of effects.logged) {
    if (execution.kind === "boot") continue;
    const fragment = analysis.secrets.in(text, execution);
    if (!fragment) continue;
    const what =
      fragment.taint === "token"
        ? "the token"
        : fragment.taint === "response"
          ? "the token endpoint's answer"
          : "a secret";
    const message = `${shownName(by, block, place)} shows ${what} in the log.`;
    // What a request prints is no surer to be a token than its answer, and often nobody meant to show it.
    const request = asked.find((other) => other.request.place && same(other.request.place, place));
    if (request?.request.tool === by && isSuppressed(analysis, execution)) continue;
    const fix =
      request?.request.tool === by
        ? "Keep the answer in a variable or pass it through a pipe; one that nobody reads goes to /dev/null."
        : "Do not print it; hand it on through a pipe, a variable or the environment.";
    yield { block, place, execution, message, fix, certainty: certaintyAbout(fragment), ...(request && { request }) };
  }
}

const same = (one: Mistake["place"], other: Mistake["place"]): boolean =>
  one?.file === other?.file && one?.at === other?.at;
