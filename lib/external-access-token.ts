import { DataExternal } from "@cdktf/provider-external/lib/data-external";
import { ExternalProvider } from "@cdktf/provider-external/lib/provider";
import { Fn, Token, type ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { AccessTokenProps } from "./access-token-props";
import { programCommand } from "./program/arguments";
import { requireProvider } from "./terraform/required-provider";

/**
 * Makes an access token request at plan, as a `data "external"` data source.
 *
 * The token is in state and in a saved plan: keep both as you keep secrets.
 */
export class ExternalAccessToken extends Construct implements ITerraformDependable {
  /** The data source, for what this construct does not offer. */
  public readonly dataSource: DataExternal;

  /**
   * @throws if the secret is one that Terraform knows, since the data source's arguments are in state
   */
  constructor(scope: Construct, id: string, props: AccessTokenProps) {
    super(scope, id);
    const kind = props.request._secret._terraformKind;
    if (kind !== undefined)
      throw new Error(
        `${this.node.path}: the client secret is ${kind}, which a data source would write into state. Allowed here: Secret.fromEnvironment (for a variable that is set by the environment, fromEnvironment("TF_VAR_<its name>")), Secret.fromFile and Secret.fromCommand. Or use LocalExecAccessToken.`,
      );
    requireProvider(this, "external", (stack) => new ExternalProvider(stack, "external"));
    this.dataSource = new DataExternal(this, "Default", {
      dependsOn: props.dependsOn,
      provider: props.provider,
      program: programCommand(this, props, ["output=json"]),
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

  /** The address of the data source, for `dependsOn`. */
  public get fqn(): string {
    return this.dataSource.fqn;
  }

  private result(name: string): string {
    return this.dataSource.result.lookup(name);
  }
}
