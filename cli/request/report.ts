import { printable } from "../../checks/report/printable.js";
import type { Output } from "../output.js";
import type { Answer } from "../program/answer.js";
import type { Attempt, Circumstances } from "./attempt.js";
import { certificateText, type MethodTexts } from "./methods.js";

/** How what was granted differs from what was asked for. */
export interface ScopeDifference {
  readonly missing: readonly string[];
  readonly unrequested: readonly string[];
}

/** Where no scope is requested, whatever the server grants is its default and no difference. */
export function scopeDifference(requested: readonly string[], granted: readonly string[]): ScopeDifference {
  return {
    missing: requested.filter((scope) => !granted.includes(scope)),
    unrequested: requested.length === 0 ? [] : granted.filter((scope) => !requested.includes(scope)),
  };
}

/** Properties of the request that say who asks, a line each. */
function typescriptOf({ method }: Attempt, { wanted, secrets }: Circumstances): string[] {
  const jwt = wanted.signed.find(({ slot }) => slot === method.signing?.slot);
  const texts: MethodTexts = {
    clientId: JSON.stringify(wanted.clientId),
    secrets: new Map(secrets.map(({ slot, typescript }) => [slot.slot, typescript])),
    jwt: jwt?.typescript ?? [],
    algorithm: jwt?.algorithm ?? "",
    certificate: JSON.stringify(wanted.certificate ?? ""),
  };
  return [
    ...(wanted.clientId === undefined ? [] : [`clientAuthentication: ${method.typescript(texts)},`]),
    ...(wanted.certificate === undefined || method.certificate
      ? []
      : [`clientCertificate: ${certificateText(texts)},`]),
  ];
}

/** What a user reads of a token that came. */
export function receivedAsText(
  answer: Answer,
  attempt: Attempt,
  circumstances: Circumstances,
  { paint }: Output,
  showToken: boolean,
): string {
  const { wanted } = circumstances;
  const { missing, unrequested } = scopeDifference(wanted.scopes, answer.scope);
  const typescript = typescriptOf(attempt, circumstances);
  const scopes = (list: readonly string[]): string => printable(list.join(" "));
  const lines = [
    paint("green", "An access token was received."),
    `  ${wanted.endpoint.argument === "issuer" ? "issuer" : "token endpoint"}: ${wanted.endpoint.url}`,
    wanted.clientId === undefined
      ? "  client: none"
      : `  client: ${printable(wanted.clientId)}, by ${attempt.method.name}`,
    `  token type: ${printable(answer.tokenType)}`,
    `  lifetime: ${lifetime(answer)}`,
    `  scope: ${answer.scope.length === 0 ? "the server names none" : scopes(answer.scope)}`,
    ...(missing.length === 0 ? [] : [paint("yellow", `    requested, but not granted: ${scopes(missing)}`)]),
    ...(unrequested.length === 0 ? [] : [`    granted without being requested: ${scopes(unrequested)}`]),
    ...[...answer.responseFields].map(([name, value]) => `  response field ${name}: ${fieldInWords(value, showToken)}`),
    `  access token: ${showToken ? answer.accessToken : "not shown; --show-token shows it"}`,
    ...(typescript.length === 0 ? [] : ["In TypeScript:", ...typescript.map((line) => `  ${line}`)]),
  ];
  return `${lines.join("\n")}\n`;
}

/** A further member of the answer may be a credential, such as a refresh token. */
function fieldInWords(value: string, showToken: boolean): string {
  if (value === "") return "not in the answer";
  return showToken ? printable(value) : "not shown; --show-token shows it";
}

function lifetime({ lifetimeSeconds, expiresAt }: Answer): string {
  if (lifetimeSeconds === undefined || expiresAt === undefined) return "unknown, because the answer has no expires_in";
  return `${lifetimeSeconds} seconds, until ${expiresAt}`;
}

/** All of it as one JSON object. */
export function asJson(attempts: readonly Attempt[], circumstances: Circumstances, showToken: boolean): string {
  const { wanted } = circumstances;
  const ended = attempts.find(({ status }) => status === 0) ?? attempts[0];
  const answer = ended?.answer;
  const typescript = ended ? typescriptOf(ended, circumstances) : [];
  const shown = {
    status: ended?.status,
    ...(wanted.endpoint.argument === "issuer"
      ? { issuer: wanted.endpoint.url }
      : { tokenEndpoint: wanted.endpoint.url }),
    clientId: wanted.clientId,
    ...(ended && { method: ended.method.name }),
    ...(ended &&
      answer && {
        ...(typescript.length > 0 && { typescript: typescript.join("\n") }),
        token: tokenAsJson(answer, wanted.scopes, showToken),
      }),
    attempts: attempts.map(({ method, status, diagnosis }) => ({ method: method.name, status, ...diagnosis })),
  };
  return `${JSON.stringify(shown, null, 2)}\n`;
}

function tokenAsJson(answer: Answer, requested: readonly string[], showToken: boolean): object {
  const { tokenType, readAt, expiresAt, lifetimeSeconds, scope, accessToken, responseFields } = answer;
  const fields = [...responseFields].map(([name, value]) => ({
    name,
    received: value !== "",
    ...(showToken && value !== "" && { value }),
  }));
  return {
    tokenType,
    readAt,
    expiresAt,
    lifetimeSeconds,
    scope: { requested, granted: scope, ...scopeDifference(requested, scope) },
    ...(fields.length > 0 && { responseFields: fields }),
    ...(showToken && { accessToken }),
  };
}
