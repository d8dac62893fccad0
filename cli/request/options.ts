import type { Option } from "../options/option.js";
import { CONNECTION_OPTIONS } from "./connection.js";
import { GRANTS } from "./grants.js";
import { HEADER_OPTION } from "./headers.js";
import { METHODS } from "./methods.js";
import { RESPONSE_FIELD_OPTIONS } from "./response-fields.js";
import { SECRET_PARAMETER_OPTIONS } from "./secret-parameters.js";
import { JWT_OPTIONS } from "./signing.js";
import { slotOptions, SLOTS } from "./slots.js";

const WHERE: readonly Option[] = [
  { name: "token-endpoint", value: "URL", help: "the token endpoint; https, or http on a loopback host" },
  { name: "issuer", value: "URL", help: "the issuer, whose metadata name the token endpoint (RFC 8414)" },
  {
    name: "genesys-cloud",
    value: "REGION",
    help: "the token endpoint of a Genesys Cloud region, such as eu-central-1, or domain, such as mypurecloud.de",
  },
];

const WHO: readonly Option[] = [
  { name: "client-id", value: "ID", help: "the id that the authorization server issued" },
  {
    name: "method",
    value: "METHOD",
    help: namesAndHelp(METHODS),
  },
  {
    name: "try-methods",
    help: "where the client is refused, tries the other methods too, up to the first that the server takes",
  },
  { name: "certificate", value: "PATH", help: "the client's certificate for the TLS handshake, in PEM" },
];

const WHAT: readonly Option[] = [
  { name: "grant", value: "GRANT", help: namesAndHelp(GRANTS) },
  { name: "grant-type", value: "TYPE", help: "the grant_type, with --grant extension" },
  ...GRANTS.flatMap(({ parameters }) =>
    parameters.map(({ option, help, repeatable }): Option => ({
      name: option,
      value: "VALUE",
      help,
      ...(repeatable && { repeatable }),
    })),
  ),
  { name: "scope", value: "SCOPE", repeatable: true, help: "a scope, or several with spaces between; may be repeated" },
  {
    name: "parameter",
    value: "NAME=VALUE",
    repeatable: true,
    help: "a further parameter of the request body, such as audience=...; no secret; may be repeated",
  },
  HEADER_OPTION,
  ...RESPONSE_FIELD_OPTIONS,
  {
    name: "revoke",
    value: "URL",
    help: "revokes the token at this revocation endpoint in the end (RFC 7009), so that none stays alive; discovered: at that of the metadata, with --issuer",
  },
  {
    name: "minimum-lifetime",
    value: "SECONDS",
    help: "fails where the token expires sooner (44), or at an unknown time (45)",
  },
];

const HOW: readonly Option[] = [
  { name: "show-token", help: "prints the access token too" },
  { name: "json", help: "prints one JSON object instead of text" },
  { name: "shell", value: "PATH", help: "the POSIX shell that runs the program [/bin/sh]" },
  { name: "help", short: "h", help: "this text" },
];

/** The options of the command, as its help text groups them. */
export const GROUPS: Readonly<Record<string, readonly Option[]>> = {
  Where: WHERE,
  "As whom": WHO,
  "Secrets, each by reference": [...SLOTS.flatMap(slotOptions), ...SECRET_PARAMETER_OPTIONS],
  "A JWT that is signed here": JWT_OPTIONS,
  What: WHAT,
  "The way to the server": CONNECTION_OPTIONS,
  How: HOW,
};

export const OPTIONS: readonly Option[] = Object.values(GROUPS).flat();

/** The first is what is taken where none is given. */
function namesAndHelp(rows: readonly { readonly name: string; readonly help: string }[]): string {
  return rows
    .map(({ name, help }, index) => `${name}${index === 0 ? " (unless told otherwise)" : ""}: ${help}`)
    .join("; ");
}
