/**
 * All that the constructs refuse, by its code. docs/errors.md says of each what to do.
 *
 * @internal
 */
export const FAULTS = {
  "missing-property": "A property without a default is not given.",
  "unknown-property": "A property is given that there is not.",
  "conflicting-properties": "Properties are given that need each other, or exclude each other.",
  "wrong-type": "A value has the wrong type, such as undefined from `process.env`.",
  "malformed-text": "A text has half of a surrogate pair, or an item of a list that only Terraform knows.",
  "literal-secret": "A secret is given as text, or has text beside a reference.",
  "secret-not-sensitive": "A variable that carries a secret is not marked sensitive.",
  "secret-has-default": "A variable that carries a secret has a default.",
  "secret-of-another-stack": "A secret belongs to another stack.",
  "secret-in-state": "A data source is given a secret that Terraform knows.",
  "secret-at-destroy": "A secret that Terraform knows is to be used when the resource is destroyed.",
  "secret-value-as-name": "The value of an environment variable is given in place of its name.",
  "sensitive-value": "Something sensitive is put where others can read it.",
  "invalid-environment-name": "The name of an environment variable is not one, or the shell uses it.",
  "invalid-variable-name": "The id of a variable is not a name that Terraform and a shell take.",
  "relative-path": "A path is relative, but Terraform runs in another folder.",
  "empty-command": "A command has no words.",
  "list-reference": "A list that only Terraform knows is given where its items are needed.",
  "invalid-scope": "A scope has a character that RFC 6749 section 3.3 does not allow.",
  "invalid-parameter-name": "A parameter's name has a character that is not allowed.",
  "reserved-parameter": "A parameter is set by something else, or is a secret.",
  "repeated-parameter": "A parameter is given twice.",
  "invalid-resource": "A resource is no absolute URI, or has a fragment.",
  "invalid-claim": "A claim's name is not allowed, or the program sets the claim.",
  "unknown-algorithm": "An algorithm to sign with is not known.",
  "invalid-client-id": "A client id is empty, or has a colon in raw Basic credentials.",
  "invalid-url": "A token endpoint's URL is not https, has credentials or a fragment, or cannot be read.",
  "invalid-host": "A host or domain is more than a name.",
  "unknown-region": "A region or an environment is not known.",
  "invalid-proxy": "A proxy is not the URL of one, or has credentials.",
  "unknown-tls-version": "A version of TLS is not known.",
  "invalid-shell": "A shell is not a POSIX shell, or its path cannot be written.",
  "invalid-seconds": "A number of seconds is out of its range.",
  "invalid-header": "A header cannot be set, or its name or value is not allowed.",
  "invalid-response-field": "A response field's name is not allowed, or is in every answer.",
  "unknown-response-field": "A response field is read that was not asked for.",
  "invalid-retry": "A number of attempts is out of its range.",
  "reserved-trigger": "A trigger has the name of the construct's own.",
  "template-in-trigger": "A trigger has a Terraform template written out as text.",
  "revoked-before-use": "A token is to be revoked that is used only later.",
  "id-taken": "An id is taken by something else.",
  "shared-differently": "A shared construct of this id makes another request.",
  "token-in-another-stack": "An ephemeral token is used in another stack.",
  "hcl-output": "CDKTF's HCL output leaves out what is needed.",
  "provider-too-old": "A stack requires a version of a provider that is too old.",
} as const;

/** @internal */
export type FaultCode = keyof typeof FAULTS;

/** @internal */
export interface Fault {
  readonly code: FaultCode;
  /** What is wrong, what is allowed, and what to do. */
  readonly text: string;
}

/**
 * A fault as it is told, by a construct's path or a factory's name.
 *
 * @internal
 */
export function faultText(where: string, { code, text }: Fault): string {
  return `${where}: ${text} [${code}]`;
}

/**
 * What is thrown where something is refused: a line for each fault.
 *
 * @internal
 */
export class FaultError extends Error {
  public override readonly name = "FaultError";
  /** The code of the first fault. */
  public readonly code: FaultCode | undefined;

  constructor(
    where: string,
    /** All that is wrong. */
    public readonly faults: readonly Fault[],
  ) {
    super(faults.map((fault) => faultText(where, fault)).join("\n"));
    this.code = faults[0]?.code;
  }
}

/**
 * All that is wrong with what a construct or a factory is given, told at once.
 *
 * @internal
 */
export class Faults {
  private readonly found: Fault[] = [];

  /** @param where the construct's path, or the factory's name */
  constructor(private readonly where: string) {}

  public add(code: FaultCode, text: string): void {
    this.found.push({ code, text });
  }

  public get none(): boolean {
    return this.found.length === 0;
  }

  public get count(): number {
    return this.found.length;
  }

  /** @throws if there are any */
  public throwAny(): void {
    if (!this.none) this.throwAll();
  }

  /** @throws where nothing more can be looked at */
  public throwAll(): never {
    throw new FaultError(this.where, this.found);
  }
}

/**
 * Refuses one thing alone.
 *
 * @internal
 */
export function refuse(where: string, code: FaultCode, text: string): never {
  throw new FaultError(where, [{ code, text }]);
}
