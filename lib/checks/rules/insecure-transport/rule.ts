import type { Context } from "../../analysis/context.js";
import { mayHoldSecret } from "../../analysis/relevance.js";
import { transportOf } from "../../request/token-endpoint.js";
import { known } from "../../resolve/text.js";
import type { Found, Rule } from "../rule.js";
import { blocksOf, providerCredentials, settingsOf } from "../support/providers.js";
import { eachRequest } from "../support/requests.js";

export const insecureTransport: Rule = {
  id: "insecure-transport",
  severity: "error",
  what: "The access token request can be read or answered by others on the way.",
  why: "Over http://, or with certificate checks off, the client's credentials and the token go to whoever sits in between.",
  fix: "Use https:// and leave the checks on; trust a private authority with `--cacert` or the like.",
  source: { title: "RFC 6749, section 3.2", url: "https://www.rfc-editor.org/rfc/rfc6749#section-3.2" },
  check: function* (context) {
    yield* eachRequest(context, ({ request }) => {
      if (request.insecure !== undefined)
        return `${request.tool} does not check the server's certificate (${request.insecure}).`;
      return transportOf(request.url) === "plain"
        ? "The access token request goes over http:// to a host that is not loopback."
        : undefined;
    });
    yield* providers(context);
  },
};

const SWITCH =
  /^(?:insecure|tls_insecure_skip_verify|skip_tls_verify|insecure_skip_verify|skip_cert_verification|disable_ssl_verification)$/;
const ENDPOINT =
  /^(?:url|uri|base_url|token_url|auth_url|issuer|oauth_token_endpoint|token_endpoint|oauth_token_url|token_uri|endpoint)$/;

/** Providers that make the access token request themselves. */
function* providers(context: Context): Generator<Found> {
  for (const { module, block } of blocksOf(context, /^provider$/)) {
    if (!mayHoldSecret(block) || providerCredentials(module, block).length === 0) continue;
    for (const { name, value, attribute } of settingsOf(
      module,
      block,
      (setting) => SWITCH.test(setting) || ENDPOINT.test(setting),
    )) {
      const { place } = attribute;
      if (SWITCH.test(name) && known(value) === "true")
        yield { block, place, message: `The provider does not check the server's certificate (${name}).` };
      else if (ENDPOINT.test(name) && transportOf(value) === "plain")
        yield { block, place, message: "The provider asks for its token over http:// at a host that is not loopback." };
    }
  }
}
