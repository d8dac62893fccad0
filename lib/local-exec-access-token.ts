import { NullProvider } from "@cdktf/provider-null/lib/provider";
import { Resource } from "@cdktf/provider-null/lib/resource";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { AccessTokenProps } from "./access-token-props";
import { programCommand } from "./program/arguments";
import { requireRequest } from "./given";
import { commandArguments } from "./program/command-arguments";
import { refuseSensitive } from "./terraform/exposure";
import { requireProvider } from "./terraform/required-provider";

/** Properties of `LocalExecAccessToken`. */
export interface LocalExecAccessTokenProps extends AccessTokenProps {
  /**
   * Values that make the request again when they change, as in `null_resource`. They are in state.
   *
   * @default - the request's own parts, its secret excepted
   */
  readonly triggers?: Record<string, string>;
  /**
   * A command with its arguments, started without a shell after the token is received, with the token in its environment
   * as ACCESS_TOKEN and without the client's secret. Its exit status counts.
   *
   * @default - none: the credentials are verified
   */
  readonly run?: string[];
}

const OWN_TRIGGER = "access_token_request";

/**
 * Makes an access token request at apply, in a `local-exec` provisioner of a `null_resource`. Neither secret nor token is
 * in state.
 */
export class LocalExecAccessToken extends Construct implements ITerraformDependable {
  /** The `null_resource`, for what this construct does not offer. */
  public readonly resource: Resource;

  constructor(scope: Construct, id: string, props: LocalExecAccessTokenProps) {
    super(scope, id);
    requireRequest(this, props.request);
    if (props.triggers && OWN_TRIGGER in props.triggers)
      throw new Error(
        `${this.node.path}: the trigger "${OWN_TRIGGER}" is this construct's own. Give yours another name.`,
      );
    requireProvider(this, "null", (stack) => new NullProvider(stack, "null"));
    const run = props.run
      ? ["output=run", ...commandArguments(`${this.node.path}: run`, "run", props.run, '["./call-api.sh"]')]
      : [];
    refuseSensitive(
      this,
      Object.entries(props.triggers ?? {}).map(([name, text]) => [`the trigger "${name}"`, text] as const),
      "state",
    );
    const environment = props.request._secret._environment;
    const [shell = "/bin/sh", ...program] = programCommand(this, props, run);
    const lifetime = program.filter((word) => word.startsWith("minimum_lifetime="));
    this.resource = new Resource(this, "Default", {
      dependsOn: props.dependsOn,
      provider: props.provider,
      triggers: { ...props.triggers, [OWN_TRIGGER]: [...props.request._arguments, ...lifetime, ...run].join("&") },
      provisioners: [
        {
          type: "local-exec",
          interpreter: [shell, ...program],
          command: "access-token-request",
          ...(environment ? { environment } : {}),
          // CDKTF has no name for it. It keeps the arguments out of the run's output.
          ...{ quiet: true },
        },
      ],
    });
    this.node.addValidation({
      validate: () => props.request._secret._faults(this).map((fault) => `${this.node.path}: ${fault}`),
    });
  }

  /** The address of the `null_resource`, for `dependsOn`. */
  public get fqn(): string {
    return this.resource.fqn;
  }
}
