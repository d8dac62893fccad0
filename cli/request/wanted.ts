import { formEncodeLiteral } from "../../lib/program/form-encoding.js";
import { isScope, SCOPES_ALLOWED } from "../../lib/program/parameters.js";
import type { Given } from "../options/option.js";
import { UsageError } from "../options/usage-error.js";
import { scopesOf } from "../program/answer.js";
import { certificateOf } from "./certificate.js";
import { chosen } from "./chosen.js";
import { connectionArguments } from "./connection.js";
import { endpointOf, revocation, type Endpoint } from "./endpoints.js";
import { formArguments } from "./form-arguments.js";
import { GRANTS, type Grant } from "./grants.js";
import { METHODS, type Method } from "./methods.js";
import { headerArguments } from "./headers.js";
import { responseFieldArguments } from "./response-fields.js";
import { secretParameters, type SecretParameter } from "./secret-parameters.js";
import { signedFor } from "./signed-for.js";
import type { SignedHere } from "./signing.js";
import { TLS_KEY, TLS_KEY_PASSPHRASE, type Slot } from "./slots.js";
import { refuseUnused } from "./unused.js";
import { seconds } from "./whole-number.js";

/** What the command line asks for, its secrets excepted. */
export interface Wanted {
  readonly endpoint: Endpoint;
  /** Nothing where the grant does without. */
  readonly clientId: string | undefined;
  readonly method: Method;
  /** What is signed here. */
  readonly signed: readonly SignedHere[];
  readonly certificate: string | undefined;
  readonly scopes: readonly string[];
  /** The secrets that it needs or may have. */
  readonly slots: readonly Slot[];
  readonly secretParameters: readonly SecretParameter[];
  /** The slots of those that are parameters of the body. */
  readonly bodySecrets: readonly (readonly [parameter: string, slot: string])[];
  /** The program's arguments but for the method and the secrets, in the order in which the constructs write them. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** @throws UsageError */
export function wantedBy(given: Given): Wanted {
  if (given.positionals.length > 0)
    throw new UsageError(
      "request takes options only, and a word that belongs to none of them is given (not repeated here, since it may be a secret).",
    );
  const endpoint = endpointOf(given);
  const grant = chosen(given, "grant", GRANTS);
  const clientId = clientOf(given, grant);
  const method = clientId === undefined ? WITHOUT_CLIENT : chosen(given, "method", METHODS);
  if (method.name === "basic-raw" && clientId?.includes(":"))
    throw new UsageError('The client id has a ":", which ends the id in raw Basic credentials. Use --method post.');
  const scopes = given.all("scope").flatMap(scopesOf);
  if (!scopes.every(isScope)) throw new UsageError(`--scope: ${SCOPES_ALLOWED}`);
  const certificate = certificateOf(given, method);
  const signed = signedFor(given, grant, method, clientId);
  const slots = [
    ...method.secrets,
    ...(certificate === undefined ? [] : [TLS_KEY, TLS_KEY_PASSPHRASE]),
    ...grant.secrets,
  ];
  const inBody = grant.signing ? [grant.signing.slot] : grant.secrets.map(({ slot }) => slot);
  const own = [...grant.parameters.map(({ parameter: name }) => name), ...inBody];
  const further = secretParameters(given, own, [...slots.map(({ slot }) => slot), ...signed.map(({ slot }) => slot)]);
  refuseUnused(given, grant, slots, signed);
  return {
    endpoint,
    clientId,
    method,
    signed,
    certificate,
    scopes,
    slots,
    secretParameters: further,
    bodySecrets: [
      ...inBody.map((slot) => [slot, slot] as const),
      ...further.map(({ parameter: name, slot }) => [name, slot.slot] as const),
    ],
    before: [
      `${endpoint.argument}=${formEncodeLiteral(endpoint.url)}`,
      ...formArguments(given, grant, scopes, [...own, ...further.map((one) => one.parameter.toLowerCase())]),
      ...headerArguments(given),
    ],
    after: [
      ...minimumLifetime(given),
      ...revocation(given, endpoint),
      ...(certificate === undefined ? [] : [`tls.certificate=${formEncodeLiteral(certificate)}`]),
      ...connectionArguments(given),
      // What was granted is reported, and how it differs.
      "narrower_scope=accept",
      ...responseFieldArguments(given),
    ],
  };
}

const WITHOUT_CLIENT = METHODS.find(({ name }) => name === "none") ?? METHODS[0];

function clientOf(given: Given, grant: Grant): string | undefined {
  const clientId = given.one("client-id");
  if (clientId !== undefined && clientId !== "") return clientId;
  if (clientId === undefined && grant.withoutClient && !given.has("method")) return undefined;
  throw new UsageError("The client id is missing. Give it by --client-id, as the authorization server issued it.");
}

function minimumLifetime(given: Given): string[] {
  const value = seconds(given, "minimum-lifetime", 365 * 24 * 3600);
  return value === undefined ? [] : [`minimum_lifetime=${value}`];
}
