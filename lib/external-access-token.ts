import { DataExternal } from "@cdktf/provider-external/lib/data-external";
import { ExternalProvider } from "@cdktf/provider-external/lib/provider";
import { Fn, Op, Token, type ITerraformDependable, type Precondition } from "cdktf";
import { Construct } from "constructs";
import { ACCESS_TOKEN_PROPS, type AccessTokenProps } from "./access-token-props";
import { Faults } from "./faults";
import { programCommand } from "./program/arguments";
import { readProperties, constructId, type Properties } from "./properties";
import { responseFieldOptions, type ResponseFieldOptions } from "./response-fields";
import { sharedAccessToken } from "./shared-access-token";
import { requireProvider } from "./terraform/required-provider";
import { escapeTemplate } from "./terraform/template";
import { refuseRevocation } from "./token-revocation";

const NEVER = "9999-12-31T23:59:59Z";

/** Properties of `ExternalAccessToken`. */
export interface ExternalAccessTokenProps extends AccessTokenProps {
  /**
   * Makes the request at apply instead of at plan, so that a saved plan holds no token that has expired when it is applied.
   * Its price: every plan announces the read, and with it a change to each resource and output that depends on the token.
   *
   * @default false
   */
  readonly readAtApply?: boolean;
}

const PROPS: Properties<ExternalAccessTokenProps> = {
  ...ACCESS_TOKEN_PROPS,
  readAtApply: { type: "boolean", allowed: "true or false" },
};

/**
 * Makes an access token request at plan, as a `data "external"` data source.
 *
 * The token is in state and in a saved plan: keep both as you keep secrets. In a saved plan it also grows old: see
 * `stillValid` and `readAtApply`.
 */
export class ExternalAccessToken extends Construct implements ITerraformDependable {
  /**
   * The stack's one construct of this id, made on the first call: each further construct would make a token request of
   * its own in every plan.
   *
   * @throws if the id is taken by something else or another request
   */
  public static shared(scope: Construct, id: string, props: ExternalAccessTokenProps): ExternalAccessToken {
    return sharedAccessToken(scope, id, props, PROPS, ExternalAccessToken);
  }

  /** The data source, for what this construct does not offer. */
  public readonly dataSource: DataExternal;

  private readonly responseFields: Readonly<Record<string, ResponseFieldOptions>>;

  /**
   * @throws all that is wrong with its properties, above all a secret that Terraform knows: the data source's arguments are
   * in state
   */
  constructor(scope: Construct, id: string, props: ExternalAccessTokenProps) {
    super(scope, constructId("ExternalAccessToken", scope, id));
    const faults = new Faults(this.node.path);
    const { values } =
      readProperties<ExternalAccessTokenProps>(faults, refuseRevocation(faults, props), PROPS) ?? faults.throwAll();
    for (const [slot, kind] of values.request?._slots.terraformKinds ?? [])
      faults.add(
        "secret-in-state",
        `the ${slot.replace(/_/g, " ")} is ${kind}, which a data source would write into state. Allowed here: Secret.fromEnvironment (for a variable that is set by the environment, fromEnvironment("TF_VAR_<its name>")), Secret.fromFile and Secret.fromCommand. Or use EphemeralAccessToken or LocalExecAccessToken.`,
      );
    this.responseFields = props.responseFields ?? {};
    const program = programCommand(faults, this, values, ["output=json"]);
    requireProvider(this, "external", (stack, id) => new ExternalProvider(stack, id));
    this.dataSource = new DataExternal(this, "Default", {
      dependsOn: props.dependsOn && [...props.dependsOn],
      provider: props.provider,
      program,
      // A value that is known at apply only makes Terraform put the read off until then.
      ...(props.readAtApply ? { query: { read_at: Fn.timestamp() } } : {}),
    });
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
   * A precondition for the `lifecycle` of what uses the token. It is judged at apply, and fails a saved plan that is applied
   * after the token has expired. A token whose lifetime the server did not give counts as valid.
   * In CDKTF's HCL output preconditions are no blocks, which Terraform does not read: synthesize JSON.
   */
  public stillValid(): Precondition {
    const { expiresAt } = this;
    return {
      // Op writes a falsy operand such as 0 as "undefined": -1 is earlier.
      condition: Op.eq(Fn.timecmp(Fn.timestamp(), Token.asString(Fn.coalesce([expiresAt, NEVER]))), -1),
      errorMessage: `The access token read at ${this.result("read_at")} expired at ${expiresAt}: run plan again, or set readAtApply on ${escapeTemplate(this.node.path)}.`,
    };
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

  /** The address of the data source, for `dependsOn`. */
  public get fqn(): string {
    return this.dataSource.fqn;
  }

  private result(name: string): string {
    return this.dataSource.result.lookup(name);
  }
}
