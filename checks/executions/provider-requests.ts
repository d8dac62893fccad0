import type { Block } from "../configuration/configuration.js";
import type { BodyPart, Header, HttpRequest } from "../requests/request.js";
import type { ModuleInstance } from "../terraform/module.js";
import { concrete, literal, sketch, type SymbolicString } from "../values/symbolic-string.js";
import { onceFor } from "../terraform/once.js";
import { REFUSED } from "../terraform/refusal.js";
import { asString, isNull, namedStrings, UNKNOWN, type SymbolicValue } from "../values/symbolic-value.js";
import { noEffects } from "../program/effects.js";
import type { Execution } from "./execution.js";
import { statusIsChecked } from "../terraform/status-check.js";
import { attributesFor } from "../vocabulary/request-attributes.js";
import { requestType } from "../vocabulary/request-types.js";

const URL = attributesFor("url");
const PATH = attributesFor("path");
const BODY = attributesFor("body");
const INSECURE = attributesFor("insecure");

/** What the data source of the provider `http` is called. */
export const DATA_HTTP = 'data "http"';

/** The request that a block of an HTTP provider makes. */
export function providerRequests(module: ModuleInstance, block: Block): Execution[] {
  const type = block.labels[0] ?? "";
  const row = requestType(type);
  if (block.type === "provider" || row === undefined) return [];
  const reader = new AttributeReader(module, block);
  const provider = providerOf(module, block, type);
  const base = provider && new AttributeReader(module, provider);
  const url = [...(reader.text(URL) ?? base?.text(URL) ?? []), ...(reader.text(PATH) ?? [])];
  if (row.asksForToken) return [executionOf(module, block, tokenSource(type, block, reader))];
  if (url.length === 0) return [];
  const body = reader.first(BODY);
  const headers = [...(base?.headers() ?? []), ...reader.headers()];
  const method = reader.text(attributesFor("method"));
  const json = row.sendsJson === true && !headers.some(isForm);
  const request: HttpRequest = {
    tool: type === "http" ? DATA_HTTP : type,
    place: (reader.attribute(BODY) ?? reader.attribute(URL) ?? reader.attribute(PATH))?.place,
    url,
    urlChannel: "attribute",
    method: method
      ? (concrete(method) ?? sketch(method)).toUpperCase()
      : row.failsOnError || (body && !isNull(body))
        ? "POST"
        : "GET",
    body: body && !isNull(body) ? bodyParts(body, json, headers.some(isForm)) : [],
    headers,
    basicAuth: basicAuth(reader),
    insecure: reader.isTrue(INSECURE) ?? base?.isTrue(INSECURE),
    verbose: undefined,
    followsRedirects: undefined,
    failsOnError: row.failsOnError === true || acceptsOnlySuccess(reader),
    failureChecked: false,
  };
  request.failureChecked = request.failsOnError || statusIsChecked(module, block);
  return [executionOf(module, block, request)];
}

/** A list of the status codes that are no error, without one that a server refuses with. */
function acceptsOnlySuccess(reader: AttributeReader): boolean {
  const codes = reader.first(attributesFor("accepted status"));
  return (
    codes !== undefined && !namedStrings(codes).some(({ fragments }) => REFUSED.includes(Number(concrete(fragments))))
  );
}

/** What such a block sends, by the names of the fields themselves (RFC 6749). */
const FIELDS = ["client_id", "client_secret", "username", "password", "refresh_token", "scope", "audience"];

function tokenSource(type: string, block: Block, reader: AttributeReader): HttpRequest {
  const content = FIELDS.flatMap((name): SymbolicString => {
    const value = reader.text([name]);
    return value ? [literal(`&${name}=`), ...value] : [];
  });
  return {
    tool: type,
    place: block.place,
    url: reader.text(URL) ?? [],
    urlChannel: "attribute",
    method: "POST",
    body: [
      { content: [literal("grant_type=client_credentials"), ...content], channel: "attribute", formEncodes: true },
    ],
    headers: [],
    basicAuth: undefined,
    insecure: reader.isTrue(INSECURE),
    verbose: undefined,
    followsRedirects: undefined,
    failsOnError: true,
    failureChecked: true,
  };
}

export const executionOf = (module: ModuleInstance, block: Block, request: HttpRequest): Execution => ({
  kind: "provider",
  module,
  block,
  provisioner: undefined,
  place: block.place,
  atDestroy: false,
  failureIgnored: false,
  environment: new Map(),
  files: new Map(),
  command: [],
  effects: { ...noEffects(), requests: [request] },
  output: [],
});

export const isForm = (header: Header): boolean =>
  header.name.toLowerCase() === "content-type" && sketch(header.value).toLowerCase().includes("form-urlencoded");

/** An object is made into a body by the provider; a text goes out as it is. */
export function bodyParts(body: SymbolicValue, json: boolean, form: boolean): BodyPart[] {
  if (body.kind !== "object")
    return [{ content: asString(body), channel: "attribute", formEncodes: false, ...(json && { json }) }];
  if (!form) return [{ content: asString(body), channel: "attribute", formEncodes: true, json: true }];
  return [...body.entries].map(([name, value]) => ({
    content: [literal(`${name}=`), ...asString(value)],
    channel: "attribute",
    formEncodes: true,
  }));
}

function basicAuth(reader: AttributeReader): HttpRequest["basicAuth"] {
  const password = reader.text(attributesFor("password"));
  if (!password) return undefined;
  const user = reader.text(attributesFor("user")) ?? [];
  return { value: [...user, literal(":"), ...password], channel: "attribute" };
}

/** The provider block of a resource: the one it names, or the one without alias. */
export function providerOf(module: ModuleInstance, block: Block, type: string): Block | undefined {
  const name = type.split("_")[0] ?? "";
  const reference = block.attributes.get("provider")?.value();
  const wanted =
    reference?.kind === "reference"
      ? reference.path
      : reference?.kind === "literal"
        ? String(reference.value).split(".")
        : [name];
  return providersIn(module).get(wanted.slice(0, 2).join("."));
}

/** The provider blocks that a module sees, those of the root module first, by their name and alias. */
const providersIn = onceFor((module): ReadonlyMap<string, Block> => {
  const providers = new Map<string, Block>();
  for (const block of [...module.root.directory.blocks, ...module.directory.blocks]) {
    if (block.type !== "provider") continue;
    const [name = ""] = block.labels;
    const given = block.attributes.get("alias");
    const alias = given && concrete(asString(module.attribute(given) ?? UNKNOWN));
    if (given && alias === undefined) continue;
    const key = alias === undefined ? name : `${name}.${alias}`;
    if (!providers.has(key)) providers.set(key, block);
  }
  return providers;
});

export class AttributeReader {
  public constructor(
    private readonly module: ModuleInstance,
    private readonly block: Block,
  ) {}

  public attribute(names: readonly string[]): ReturnType<Block["attributes"]["get"]> {
    for (const name of names) {
      const attribute = this.block.attributes.get(name);
      if (attribute) return attribute;
    }
    return undefined;
  }

  public first(names: readonly string[]): SymbolicValue | undefined {
    return this.module.attribute(this.attribute(names), this.block);
  }

  public text(names: readonly string[]): SymbolicString | undefined {
    const value = this.first(names);
    return value && !isNull(value) ? asString(value) : undefined;
  }

  public isTrue(names: readonly string[]): string | undefined {
    return names.find((name) => {
      const value = this.text([name]);
      return value && concrete(value) === "true";
    });
  }

  public headers(): Header[] {
    const value = this.first(attributesFor("headers"));
    if (value?.kind === "object")
      return [...value.entries].map(([name, header]) => ({ name, value: asString(header), channel: "attribute" }));
    // `header { name = ..., value = ... }`
    return this.block.blocks.flatMap((inner): Header[] => {
      if (!attributesFor("headers").includes(inner.type)) return [];
      const nested = new AttributeReader(this.module, inner);
      const name = nested.text(["name", "key"]);
      return name ? [{ name: sketch(name), value: nested.text(["value"]) ?? [], channel: "attribute" }] : [];
    });
  }
}
