import { canonicalName, classifyName, isClientSecret, isSecretField, type NameClass } from "./names.js";

/** What users add to the words that are known. */
export interface FurtherWords {
  /** Names of variables and fields that hold a secret besides those that look like one. */
  readonly secretNames?: readonly string[];
  /** URLs that are token endpoints besides those that look like one. */
  readonly tokenEndpoints?: readonly string[];
}

/** What names and addresses mean: made once of the data in this folder and of the user's options. */
export class Vocabulary {
  private readonly secretNames: ReadonlySet<string>;
  private readonly tokenEndpoints: ReadonlySet<string>;

  public constructor({ secretNames = [], tokenEndpoints = [] }: FurtherWords = {}) {
    this.secretNames = new Set(secretNames.map(canonicalName));
    this.tokenEndpoints = new Set(tokenEndpoints.map(withoutQuery));
  }

  /** Whether there are words of the user, of which no quick look at a text knows. */
  public get isExtended(): boolean {
    return this.secretNames.size > 0 || this.tokenEndpoints.size > 0;
  }

  public classifyName(name: string): NameClass {
    return this.isNamedByUser(name) ? "oauth" : classifyName(name);
  }

  /** What a name tells of a value whose origin is not known. */
  public taintOf(name: string): { readonly taint?: "secret" | "token" } {
    const type = this.classifyName(name);
    return type === undefined ? {} : { taint: type === "token" ? "token" : "secret" };
  }

  /** A field of a token request that carries a credential. */
  public isSecretField(name: string): boolean {
    return isSecretField(name) || this.isNamedByUser(name);
  }

  /** A setting of a provider, or of a resource that defines a client. */
  public isClientSecret(name: string): boolean {
    return isClientSecret(name) || this.isNamedByUser(name);
  }

  /** An address that the user calls a token endpoint. */
  public isTokenEndpoint(url: string): boolean {
    return this.tokenEndpoints.has(withoutQuery(url));
  }

  /** Whether the user says that a name is that of a secret: then it is one whatever it looks like. */
  public isNamedByUser(name: string): boolean {
    return this.secretNames.size > 0 && this.secretNames.has(canonicalName(name.slice(0, 200)));
  }
}

const withoutQuery = (url: string): string => (/^[^?#]*/.exec(url)?.[0] ?? "").trim();
