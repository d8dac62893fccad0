import { resolve } from "node:path";
import { REGIONS, genesysCloudTokenEndpoint } from "../../lib/genesys-cloud-regions.js";
import { endpointFault, URLS_ALLOWED } from "../../lib/program/endpoint.js";
import { formEncodeLiteral } from "../../lib/program/form-encoding.js";
import {
  isParameterName,
  isScope,
  PARAMETER_NAMES_ALLOWED,
  RESERVED_PARAMETERS,
  SCOPES_ALLOWED,
} from "../../lib/program/parameters.js";
import { didYouMean } from "../../checks/options/suggest.js";
import type { Given } from "../options/option.js";
import { UsageError } from "../options/usage-error.js";
import { scopesOf } from "../program/answer.js";
import { GRANTS, type Grant, type GrantParameter } from "./grants.js";
import { METHODS, type Method } from "./methods.js";
import { secretParameters, type SecretParameter } from "./secret-parameters.js";
import { seconds } from "./seconds.js";
import { JWT_OPTIONS, signedHere, type SignedHere } from "./signing.js";
import { ACTOR_TOKEN, SLOTS, slotOptions, TLS_KEY, TLS_KEY_PASSPHRASE, type Slot } from "./slots.js";

/** What the command line asks for, its secrets excepted. */
export interface Wanted {
  readonly tokenEndpoint: string;
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
  const tokenEndpoint = endpointOf(given);
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
  const grantType = grantTypeOf(given, grant);
  return {
    tokenEndpoint,
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
      `token_endpoint=${formEncodeLiteral(tokenEndpoint)}`,
      ...(grantType === undefined ? [] : [`form.grant_type=${formEncodeLiteral(grantType)}`]),
      ...(scopes.length === 0 ? [] : [`form.scope=${formEncodeLiteral(scopes.join(" "))}`]),
      ...grant.parameters.flatMap((one) =>
        valuesOf(given, one, grant).map((value) => `form.${one.parameter}=${formEncodeLiteral(value)}`),
      ),
      ...given.all("parameter").map((text) => parameter(text, [...own, ...further.map((one) => one.parameter)])),
    ],
    after: [
      ...secondsArgument(given, "connect-timeout", 3600),
      ...secondsArgument(given, "timeout", 3600),
      ...secondsArgument(given, "minimum-lifetime", 365 * 24 * 3600),
      ...revocation(given),
      ...(certificate === undefined ? [] : [`tls.certificate=${formEncodeLiteral(certificate)}`]),
      ...(given.one("ca-file") === undefined ? [] : [`tls.ca=${formEncodeLiteral(pathOf(given, "ca-file"))}`]),
      // What was granted is reported, and how it differs.
      "narrower_scope=accept",
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

function certificateOf(given: Given, method: Method): string | undefined {
  if (given.has("certificate")) return pathOf(given, "certificate");
  if (method.certificate) throw new UsageError(`--method ${method.name} needs --certificate.`);
  return undefined;
}

function pathOf(given: Given, option: string): string {
  const path = given.one(option) ?? "";
  if (path === "") throw new UsageError(`--${option} is empty.`);
  return resolve(path);
}

function signedFor(given: Given, grant: Grant, method: Method, clientId: string | undefined): SignedHere[] {
  if (grant.signing && method.signing?.by === grant.signing.by)
    throw new UsageError(
      `--grant ${grant.name} and --method ${method.name} take the same options, for two JWTs. Give one of the JWTs signed, by --grant jwt-bearer or --method client-assertion.`,
    );
  if (grant.signing && method.signing)
    throw new UsageError(
      `--grant ${grant.name} and --method ${method.name} sign one JWT each, and the options are those of one.`,
    );
  return [
    ...(method.signing ? [signedHere(method.signing, given, clientId)] : []),
    ...(grant.signing ? [signedHere(grant.signing, given, undefined)] : []),
  ];
}

/** What is given for another grant or method is no part of this request, and so a mistake. */
function refuseUnused(given: Given, grant: Grant, slots: readonly Slot[], signed: readonly SignedHere[]): void {
  const used = new Set([
    ...grant.parameters.map(({ option }) => option),
    ...slots.flatMap((slot) => slotOptions(slot).map(({ name }) => name)),
    ...(signed.length > 0 ? JWT_OPTIONS.map(({ name }) => name) : []),
    ...(grant.typeIsGiven ? ["grant-type"] : []),
  ]);
  const known = [
    ...GRANTS.flatMap(({ parameters }) => parameters.map(({ option }) => option)),
    ...SLOTS.flatMap((slot) => slotOptions(slot).map(({ name }) => name)),
    ...JWT_OPTIONS.map(({ name }) => name),
    "grant-type",
  ];
  const unused = known.find((option) => given.has(option) && !used.has(option));
  if (unused !== undefined)
    throw new UsageError(`--${unused} has no use with this grant and method: see --grant and --method.`);
}

function grantTypeOf(given: Given, grant: Grant): string | undefined {
  if (!grant.typeIsGiven) return grant.grantType;
  const grantType = given.one("grant-type");
  if (grantType === undefined || grantType === "") throw new UsageError(`--grant ${grant.name} needs --grant-type.`);
  return grantType;
}

/** An actor token comes with its type, and its type with it (RFC 8693 section 2.1). */
function valuesOf(given: Given, { option, optional }: GrantParameter, grant: Grant): readonly string[] {
  const values = given.all(option);
  const actor = ["-env", "-file", "-command"].some((suffix) => given.has(`${ACTOR_TOKEN.option}${suffix}`));
  if (option === "actor-token-type" && actor !== values.length > 0)
    throw new UsageError("Only one of the actor token and --actor-token-type is given. Give both, or neither.");
  if (values.includes("") || (!optional && values.length === 0))
    throw new UsageError(`--grant ${grant.name} needs --${option}.`);
  return values;
}

/** The row that an option names; the first one where it is not given. */
function chosen<Row extends { readonly name: string }>(
  given: Given,
  option: string,
  rows: readonly [Row, ...Row[]],
): Row {
  const name = given.one(option);
  const names = rows.map((row) => row.name);
  const row = name === undefined ? rows[0] : rows.find((candidate) => candidate.name === name);
  if (row !== undefined) return row;
  throw new UsageError(
    `--${option}: this is not a known ${option}${didYouMean(name ?? "", names) || "."} Allowed: ${names.join(", ")}.`,
  );
}

function endpointOf(given: Given): string {
  const url = given.one("token-endpoint");
  const region = given.one("genesys-cloud");
  if ((url === undefined) === (region === undefined))
    throw new UsageError(
      url === undefined
        ? "The token endpoint is missing. Give it by --token-endpoint URL or --genesys-cloud REGION."
        : "Both --token-endpoint and --genesys-cloud are given. Give one of them.",
    );
  const endpoint = url ?? genesysCloud(region ?? "");
  refuseUrl("token-endpoint", endpoint);
  return endpoint;
}

function revocation(given: Given): string[] {
  const url = given.one("revoke");
  if (url === undefined) return [];
  refuseUrl("revoke", url);
  return [`revocation_endpoint=${formEncodeLiteral(url)}`];
}

function refuseUrl(option: string, url: string): void {
  const fault = endpointFault(url);
  if (fault !== undefined) throw new UsageError(`--${option}: ${fault} (it is not repeated here). ${URLS_ALLOWED}`);
}

function genesysCloud(given: string): string {
  const domain = REGIONS.get(given) ?? given;
  const regions = [...REGIONS.keys()];
  if (!/^[A-Za-z0-9][A-Za-z0-9-]*(\.[A-Za-z0-9-]+)+$/.test(domain))
    throw new UsageError(
      `--genesys-cloud: this is neither a known region nor a domain${didYouMean(given, regions) || "."} Known regions: ${regions.join(", ")}. For another one give its domain, such as mypurecloud.com.`,
    );
  return genesysCloudTokenEndpoint(domain);
}

function parameter(given: string, own: readonly string[]): string {
  const at = given.indexOf("=");
  const name = given.slice(0, Math.max(at, 0));
  if (at < 0) throw new UsageError("--parameter is written as --parameter name=value.");
  const why = RESERVED_PARAMETERS.get(name.toLowerCase());
  if (why !== undefined)
    throw new UsageError(
      `--parameter ${name}: it is not given as a parameter (its value is not repeated here). The options for endpoint, client, secret and scope set what they are for; a secret is never an argument.`,
    );
  if (own.includes(name.toLowerCase()))
    throw new UsageError(`--parameter ${name}: another option sets it (its value is not repeated here).`);
  if (!isParameterName(name)) throw new UsageError(`--parameter: the name is not allowed. ${PARAMETER_NAMES_ALLOWED}`);
  return `form.${name}=${formEncodeLiteral(given.slice(at + 1))}`;
}

function secondsArgument(given: Given, option: string, most: number): string[] {
  const value = seconds(given, option, most);
  return value === undefined ? [] : [`${option.replace("-", "_")}=${value}`];
}
