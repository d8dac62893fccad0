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
import { GRANTS, type Grant } from "./grants.js";
import { METHODS, type Method } from "./methods.js";

/** What the command line asks for, its secret excepted. */
export interface Wanted {
  readonly tokenEndpoint: string;
  readonly clientId: string;
  readonly method: Method;
  readonly grant: Grant;
  readonly scopes: readonly string[];
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
  const clientId = given.one("client-id");
  if (clientId === undefined || clientId === "")
    throw new UsageError("The client id is missing. Give it by --client-id, as the authorization server issued it.");
  const method = chosen(given, "method", METHODS);
  const grant = chosen(given, "grant", GRANTS);
  if (method.name === "basic-raw" && clientId.includes(":"))
    throw new UsageError('The client id has a ":", which ends the id in raw Basic credentials. Use --method post.');
  const scopes = given.all("scope").flatMap(scopesOf);
  if (!scopes.every(isScope)) throw new UsageError(`--scope: ${SCOPES_ALLOWED}`);
  return {
    tokenEndpoint,
    clientId,
    method,
    grant,
    scopes,
    before: [
      `token_endpoint=${formEncodeLiteral(tokenEndpoint)}`,
      `form.grant_type=${grant.grantType}`,
      ...(scopes.length === 0 ? [] : [`form.scope=${formEncodeLiteral(scopes.join(" "))}`]),
      ...grant.parameters.map(
        ({ option, parameter: name }) => `form.${name}=${formEncodeLiteral(required(given, option, grant))}`,
      ),
      ...given.all("parameter").map(parameter),
    ],
    after: [
      ...seconds(given, "connect-timeout", 3600),
      ...seconds(given, "timeout", 3600),
      ...seconds(given, "minimum-lifetime", 365 * 24 * 3600),
      ...revocation(given),
      // What was granted is reported, and how it differs.
      "narrower_scope=accept",
    ],
  };
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

function required(given: Given, option: string, { name }: Grant): string {
  const value = given.one(option);
  if (value === undefined || value === "") throw new UsageError(`--grant ${name} needs --${option}.`);
  return value;
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

function parameter(given: string): string {
  const at = given.indexOf("=");
  const name = given.slice(0, Math.max(at, 0));
  if (at < 0) throw new UsageError("--parameter is written as --parameter name=value.");
  const why = RESERVED_PARAMETERS.get(name.toLowerCase());
  if (why !== undefined)
    throw new UsageError(
      `--parameter ${name}: it is not given as a parameter (its value is not repeated here). The options for endpoint, client, secret and scope set what they are for; a secret is never an argument.`,
    );
  if (!isParameterName(name)) throw new UsageError(`--parameter: the name is not allowed. ${PARAMETER_NAMES_ALLOWED}`);
  return `form.${name}=${formEncodeLiteral(given.slice(at + 1))}`;
}

function seconds(given: Given, option: string, most: number): string[] {
  const value = given.one(option);
  if (value === undefined) return [];
  if (!/^[1-9]\d{0,7}$/.test(value) || Number(value) > most)
    throw new UsageError(`--${option}: allowed are whole seconds from 1 to ${most}.`);
  return [`${option.replace("-", "_")}=${value}`];
}
