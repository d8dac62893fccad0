import { formEncodeLiteral } from "../../lib/program/form-encoding.js";
import { didYouMean } from "../../checks/options/suggest.js";
import type { Given, Option } from "../options/option.js";
import { UsageError } from "../options/usage-error.js";
import { seconds } from "./whole-number.js";

/** What is signed: the slot of the JWT, and by what. */
export interface Signing {
  readonly slot: string;
  readonly by: "private key" | "client secret";
}

const ALGORITHMS = ["RS256", "PS256", "ES256", "ES384"];

/** Option, the program's argument and the name in TypeScript of what a JWT says. */
const CLAIMS = [
  ["jwt-issuer", "claim.iss", "issuer"],
  ["jwt-subject", "claim.sub", "subject"],
  ["jwt-audience", "claim.aud", "audience"],
] as const;
const HEADER = [
  ["jwt-key-id", "key_id", "keyId"],
  ["jwt-thumbprint", "thumbprint", "certificateThumbprint"],
] as const;

/** Claims that the program or another option sets. */
const OWN_CLAIMS = ["iss", "sub", "aud", "iat", "exp", "jti", "nbf"];

export const JWT_OPTIONS: readonly Option[] = [
  { name: "jwt-algorithm", value: "NAME", help: `how a private key signs: ${ALGORITHMS.join(", ")} [RS256]` },
  { name: "jwt-key-id", value: "ID", help: "the id of the private key (kid)" },
  { name: "jwt-thumbprint", value: "HEX", help: "the SHA-1 or SHA-256 of the key's certificate" },
  { name: "jwt-issuer", value: "ISSUER", help: "the issuer of the JWT [the client id]" },
  { name: "jwt-subject", value: "SUBJECT", help: "the subject of the JWT [the client id, where it authenticates it]" },
  { name: "jwt-audience", value: "AUDIENCE", help: "the audience of the JWT [the token endpoint]" },
  { name: "jwt-claim", value: "NAME=TEXT", repeatable: true, help: "a further claim of the JWT; may be repeated" },
  { name: "jwt-lifetime", value: "SECONDS", help: "how long the JWT is valid, 1 to 3600 [60]" },
];

/** A JWT that the program signs: its arguments, and how TypeScript says it. */
export interface SignedHere extends Signing {
  readonly algorithm: string;
  /** After the key. */
  readonly said: readonly string[];
  /** `name: value` of each property but the keys. */
  readonly typescript: readonly string[];
}

/**
 * @param client issuer and subject of a JWT that authenticates the client
 * @throws UsageError
 */
export function signedHere(signing: Signing, given: Given, client: string | undefined): SignedHere {
  const { slot, by } = signing;
  const value = (option: string) => given.one(option);
  if (by === "client secret")
    for (const option of ["jwt-algorithm", ...HEADER.map(([name]) => name), "jwt-issuer", "jwt-subject"])
      if (given.has(option)) throw new UsageError(`--${option} is for a private key, not for a client secret.`);
  const algorithm = by === "client secret" ? "HS256" : (value("jwt-algorithm") ?? "RS256");
  if (by === "private key" && !ALGORITHMS.includes(algorithm))
    throw new UsageError(
      `--jwt-algorithm: this is not a known algorithm${didYouMean(algorithm, ALGORITHMS) || "."} Allowed: ${ALGORITHMS.join(", ")}.`,
    );
  if (client === undefined && !value("jwt-issuer"))
    throw new UsageError("A JWT as grant needs --jwt-issuer: who has signed it (RFC 7523 section 3).");
  const lifetime = seconds(given, "jwt-lifetime", 3600);
  const claims = given.all("jwt-claim").map(claim);
  const defaults: Readonly<Record<string, string | undefined>> = { "jwt-issuer": client, "jwt-subject": client };
  const named = (rows: typeof CLAIMS | typeof HEADER) =>
    rows.flatMap(([option, argument]) => {
      const text = value(option) ?? defaults[option];
      return text === undefined ? [] : [`jwt.${slot}.${argument}=${formEncodeLiteral(text)}`];
    });
  const inTypescript = [...HEADER, ...CLAIMS].flatMap(([option, , name]) => {
    const text = value(option);
    return text === undefined ? [] : [`${name}: ${JSON.stringify(text)}`];
  });
  return {
    ...signing,
    algorithm,
    said: [
      ...named(HEADER),
      ...(lifetime === undefined ? [] : [`jwt.${slot}.lifetime=${lifetime}`]),
      ...named(CLAIMS),
      ...claims.map(([name, text]) => `jwt.${slot}.claim.${name}=${formEncodeLiteral(text)}`),
    ],
    typescript: [
      ...inTypescript,
      ...(claims.length === 0 ? [] : [`claims: ${JSON.stringify(Object.fromEntries(claims))}`]),
      ...(lifetime === undefined ? [] : [`lifetimeSeconds: ${lifetime}`]),
    ],
  };
}

/** The program's arguments for a JWT, given which of its secrets there are. */
export function signingArguments({ slot, by, algorithm, said }: SignedHere, slots: readonly string[]): string[] {
  const key = by === "client secret" ? "client_secret" : `${slot}_key`;
  const passphrase = `${key}_passphrase`;
  return [
    `jwt=${slot}`,
    `jwt.${slot}.algorithm=${algorithm}`,
    `jwt.${slot}.key=${key}`,
    ...(slots.includes(passphrase) ? [`jwt.${slot}.passphrase=${passphrase}`] : []),
    ...said,
  ];
}

function claim(given: string): [name: string, text: string] {
  const [, name = "", text = ""] = /^([A-Za-z0-9_.:/#-]+)=([\s\S]*)$/.exec(given) ?? [];
  if (name === "")
    throw new UsageError(
      '--jwt-claim is written as --jwt-claim name=text. A name has letters, digits, "_", ".", ":", "/", "#" and "-".',
    );
  if (OWN_CLAIMS.includes(name))
    throw new UsageError(
      `--jwt-claim ${name}: it is not given as a claim. --jwt-issuer, --jwt-subject, --jwt-audience and --jwt-lifetime set theirs, and the program the rest.`,
    );
  return [name, text];
}
