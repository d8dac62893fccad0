import { Fn, Token, type ITerraformDependable, type TerraformElement } from "cdktf";
import { Construct } from "constructs";
import { ACCESS_TOKEN_PROPS, type AccessTokenProps } from "./access-token-props";
import { Faults, type Fault } from "./faults";
import { programCommand } from "./program/arguments";
import { readProperties, constructId } from "./properties";
import { responseFieldOptions, type ResponseFieldOptions } from "./response-fields";
import { sharedAccessToken } from "./shared-access-token";
import { EphemeralElement } from "./terraform/ephemeral-element";
import { requireEphemeralCommand } from "./terraform/ephemeral-requirements";
import { judgeAtSynthesis } from "./terraform/judgement";
import { refuseRevocation } from "./token-revocation";

/**
 * Makes an access token request whenever Terraform runs, as an `ephemeral "local_command"` block of the provider
 * hashicorp/local 2.7.0 or later. Neither secret nor token is in state or in a saved plan. Terraform 1.11 and later,
 * OpenTofu 1.11 and later.
 *
 * What it gives may be used where Terraform allows ephemeral values: in the configuration of a provider, in the
 * environment of a provisioner, and in write-only arguments. Terraform refuses other uses.
 */
export class EphemeralAccessToken extends Construct implements ITerraformDependable {
  /**
   * The stack's one construct of this id, made on the first call: each further construct would make a token request of
   * its own in every run.
   *
   * @throws if the id is taken by something else or another request
   */
  public static shared(scope: Construct, id: string, props: AccessTokenProps): EphemeralAccessToken {
    return sharedAccessToken(scope, id, props, ACCESS_TOKEN_PROPS, EphemeralAccessToken);
  }

  /** The ephemeral block, for what this construct does not offer. */
  public readonly ephemeralResource: TerraformElement;

  private readonly element: EphemeralElement;
  private readonly responseFields: Readonly<Record<string, ResponseFieldOptions>>;

  /**
   * @throws all that is wrong with its properties
   */
  constructor(scope: Construct, id: string, props: AccessTokenProps) {
    super(scope, constructId("EphemeralAccessToken", scope, id));
    const faults = new Faults(this.node.path);
    const { values } =
      readProperties<AccessTokenProps>(faults, refuseRevocation(faults, props), ACCESS_TOKEN_PROPS) ??
      faults.throwAll();
    this.responseFields = props.responseFields ?? {};
    const [command, ...words] = programCommand(faults, this, values, [
      ...(values.request?._slots.stdinArguments ?? []),
      "output=json",
    ]);
    const slots = props.request._slots;
    requireEphemeralCommand(this);
    this.element = new EphemeralElement(this, "Default", {
      type: "local_command",
      attributes: { command, arguments: words, stdin: slots.stdin },
      dependsOn: props.dependsOn && [...props.dependsOn],
      provider: props.provider,
    });
    this.ephemeralResource = this.element;
    judgeAtSynthesis(this, (values) => [...slots.faults(values), ...this.faults()]);
  }

  /** The access token, sensitive. */
  public get accessToken(): string {
    return Token.asString(Fn.sensitive(this.result("access_token")));
  }

  /** The value of an Authorization header with the access token (RFC 6750 section 2.1), sensitive. */
  public get authorizationHeader(): string {
    return Token.asString(Fn.sensitive(Fn.join(" ", ["Bearer", this.result("access_token")])));
  }

  /** The token type as the server wrote it. */
  public get tokenType(): string {
    return this.result("token_type");
  }

  /** When the token expires, as an RFC 3339 time; empty where the server gave no `expires_in`. */
  public get expiresAt(): string {
    return this.result("expires_at");
  }

  /** The token's scope; the requested one where the server gave none (RFC 6749 section 5.1). */
  public get scope(): string {
    return this.result("scope");
  }

  /**
   * The value of a member of the answer that `responseFields` has, sensitive unless that says otherwise; empty where it is optional
   * and was not there.
   *
   * @throws if `responseFields` does not have it
   */
  public responseField(name: string): string {
    const options = responseFieldOptions(this.node.path, this.responseFields, name);
    const value = this.result(`response_${name}`);
    return options.sensitive === false ? value : Token.asString(Fn.sensitive(value));
  }

  /** The address of the ephemeral block, for `dependsOn`. */
  public get fqn(): string {
    return this.element.fqn;
  }

  private result(name: string): string {
    return this.element.jsonMember("stdout", name);
  }

  private faults(): Fault[] {
    if (!this.element.usedInAnotherStack) return [];
    return [
      {
        code: "token-in-another-stack",
        text: "it is used in another stack, but an ephemeral value is in no state from which that stack could read it. Make an EphemeralAccessToken in the stack that uses the token.",
      },
    ];
  }
}
