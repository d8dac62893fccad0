import type { Analysis } from "../../analysis/analysis.js";
import { everyAttribute } from "../../configuration/attributes.js";
import type { Block } from "../../configuration/configuration.js";
import { transportOf } from "../../requests/token-endpoint.js";
import type { HttpRequest } from "../../requests/request.js";
import { asksForToken, isTokenUrl, isUrlSetting, turnsChecksOff } from "../../vocabulary/provider-settings.js";
import type { ModuleInstance } from "../../terraform/module.js";
import { concrete } from "../../values/symbolic-string.js";
import { fragmentsOf } from "../../values/symbolic-value.js";
import type { Mistake, Rule } from "../rule.js";
import { blocksOf, providerCredentials, settingsOf } from "../support/providers.js";
import { eachRequest } from "../support/requests.js";

export const insecureTransport: Rule = {
  id: "insecure-transport",
  severity: "error",
  what: "The access token request, or a call with its token, can be read or answered by others on the way.",
  why: "Over http://, or with certificate checks off, the client's credentials and the token go to whoever sits in between. RFC 6750, section 5.3, asks of each call that carries the token what RFC 6749 asks of the request.",
  fix: "Use https:// and leave the checks on; trust a private authority with `--cacert` or the like.",
  source: { title: "RFC 6749, section 3.2", url: "https://www.rfc-editor.org/rfc/rfc6749#section-3.2" },
  check: function* (analysis) {
    yield* eachRequest(analysis, ({ request }) => {
      if (request.insecure !== undefined)
        return `${request.tool} does not check the certificate (${request.insecure}).`;
      if (transportOf(request.url) !== "plain") return undefined;
      // Another value may replace a default.
      const certainty = request.url.some(({ assumed }) => assumed) ? "likely" : undefined;
      return { message: "The request goes over http:// to a host that is not loopback.", certainty };
    });
    yield* calls(analysis);
    yield* providers(analysis);
  },
};

/** Requests that carry the token of a token request to an API. */
function* calls(analysis: Analysis): Generator<Mistake> {
  for (const execution of analysis.executions)
    for (const request of execution.effects.requests) {
      if (analysis.lookup.asks(request) || !carriesToken(analysis, request)) continue;
      const message = insecureCall(request);
      if (message === undefined) continue;
      const certainty = request.url.some(({ assumed }) => assumed) ? "likely" : undefined;
      yield { block: execution.block, place: request.place ?? execution.place, execution, message, certainty };
    }
}

const carriesToken = ({ secrets }: Analysis, { headers, url, body, basicAuth }: HttpRequest): boolean =>
  [
    ...headers.map(({ value }) => value),
    url,
    ...body.map(({ content }) => content),
    ...(basicAuth ? [basicAuth.value] : []),
  ].some((text) => text.some((fragment) => secrets.isToken(fragment)));

function insecureCall({ tool, insecure, url }: HttpRequest): string | undefined {
  if (insecure !== undefined) return `${tool} sends the access token without a check of the certificate (${insecure}).`;
  return transportOf(url) === "plain"
    ? `${tool} sends the access token over http:// to a host that is not loopback.`
    : undefined;
}

/** Providers that make the access token request themselves, or are given the token for their calls. */
function* providers(analysis: Analysis): Generator<Mistake> {
  for (const { module, block } of blocksOf(analysis, "provider")) {
    const given = !asks(module, block);
    if (given && !isGivenToken(analysis, module, block)) continue;
    const settings = [...settingsOf(module, block, (name) => turnsChecksOff(name) || isUrlSetting(name))];
    // Where the token endpoint has a setting of its own, the API's URL is another matter.
    const own = settings.filter(({ name }) => isTokenUrl(name));
    const endpoints = own.length > 0 ? own : settings.filter(({ name }) => isUrlSetting(name));
    const off = settings.find(({ name, value }) => turnsChecksOff(name) && concrete(value) === "true");
    if (off)
      yield {
        block,
        place: off.attribute.place,
        message: `The provider does not check the certificate (${off.name}).`,
      };
    const plain = endpoints.find(({ value }) => transportOf(value) === "plain");
    if (plain)
      yield {
        block,
        place: plain.attribute.place,
        message: given
          ? "The provider sends the access token over http:// to a host that is not loopback."
          : "The provider asks for its token over http:// at a host that is not loopback.",
      };
  }
}

const isGivenToken = ({ secrets }: Analysis, module: ModuleInstance, block: Block): boolean =>
  [...everyAttribute(block)].some((attribute) => {
    const value = module.attribute(attribute, block);
    return value !== undefined && fragmentsOf(value).some((fragment) => secrets.isToken(fragment));
  });

/** What a provider is given that asks for a token: a client's credentials, or the endpoint to ask. */
const asks = (module: ModuleInstance, block: Block): boolean =>
  providerCredentials(module, block).length > 0 || [...settingsOf(module, block, asksForToken)].length > 0;
