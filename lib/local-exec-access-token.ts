import { NullProvider } from "@cdktf/provider-null/lib/provider";
import { Resource } from "@cdktf/provider-null/lib/resource";
import type { ITerraformDependable, ITerraformIterator, LocalExecProvisioner, TerraformCount } from "cdktf";
import { Construct } from "constructs";
import { ACCESS_TOKEN_PROPS, type AccessTokenProps } from "./access-token-props";
import { atDestroy } from "./at-destroy";
import { Faults } from "./faults";
import { programCommand } from "./program/arguments";
import { commandWords } from "./program/command-words";
import { constructId, readProperties, type Properties } from "./properties";
import { refuseSensitive } from "./terraform/exposure";
import { formEncode } from "./terraform/form-encoding";
import { judgeAtSynthesis } from "./terraform/judgement";
import { requireProvider } from "./terraform/required-provider";
import { triggerTexts } from "./terraform/triggers";
import { revocationArguments, type TokenRevocation } from "./token-revocation";

/** Properties of `LocalExecAccessToken`. */
export interface LocalExecAccessTokenProps extends AccessTokenProps {
  /**
   * Values that make the request again when they change, as in `null_resource`. They are in state. Their texts and names are
   * literal: a Terraform template that is written out is refused, a reference is not.
   *
   * @default - the request's own parts, its secrets excepted
   */
  readonly triggers?: Record<string, string>;
  /**
   * What changes when the secret is rotated, and holds nothing of it, such as a version or a date: the request is made again
   * when it changes. It is in state.
   *
   * @default - none: a rotated secret makes no new request
   */
  readonly secretVersion?: string;
  /**
   * A command with its arguments, started without a shell after the token is received, with the token in its environment
   * as ACCESS_TOKEN and without the request's secrets. Its exit status counts. A command without a slash is looked for in
   * PATH; a relative path is refused, because Terraform runs in another folder.
   *
   * What it prints, Terraform shows where the program reads the secret (`Secret.fromEnvironment`, `fromFile`, `fromCommand`), and leaves
   * out where a sensitive or ephemeral variable holds it, unless the command fails.
   *
   * @default - none: the credentials are verified
   */
  readonly run?: string[];
  /**
   * A command as in `run`, with a fresh token, when the resource is destroyed, also to be replaced. The program must read the
   * secret itself (`Secret.fromEnvironment`, `fromFile`, `fromCommand`); nothing of it is in state. If the command fails, the resource
   * is not destroyed. Terraform runs it only while this construct is still in the configuration.
   *
   * @default - none
   */
  readonly runAtDestroy?: string[];
  /**
   * Whether the access token is revoked once the command of `run` or `runAtDestroy` has ended, or at once where there is none.
   *
   * @default - the token lives until it expires
   */
  readonly revoke?: TokenRevocation;
  /**
   * Makes a request for each item, whose `key` and `value` may be used in the request, the triggers and the commands.
   *
   * @default - one request
   */
  readonly forEach?: ITerraformIterator;
  /**
   * Makes so many requests, whose `index` may be used in the request, the triggers and the commands.
   *
   * @default - one request
   */
  readonly count?: TerraformCount;
}

const PROPS: Properties<LocalExecAccessTokenProps> = {
  ...ACCESS_TOKEN_PROPS,
  triggers: { type: "texts by name", allowed: "an object of texts" },
  secretVersion: { type: "text", allowed: 'a version or a date as text, such as "2026-11-26"' },
  run: { type: "texts", allowed: '["/opt/tools/call-api.sh"]' },
  runAtDestroy: { type: "texts", allowed: '["/opt/tools/clean-up.sh"]' },
  revoke: { type: { member: "_discovered" }, allowed: "TokenRevocation.at(...) or TokenRevocation.discovered()" },
  forEach: {
    type: { member: "_getForEachExpression" },
    allowed: 'an iterator, such as TerraformIterator.fromList(["a"])',
  },
  count: { type: { member: "index" }, allowed: "a count, such as TerraformCount.of(2)" },
};

const OWN_TRIGGER = "access_token_request";

/**
 * Makes an access token request at apply, in a `local-exec` provisioner of a `null_resource`. Neither secret nor token is
 * in state.
 */
export class LocalExecAccessToken extends Construct implements ITerraformDependable {
  /** The `null_resource`, for what this construct does not offer. */
  public readonly resource: Resource;

  /**
   * @throws all that is wrong with its properties
   */
  constructor(scope: Construct, id: string, props: LocalExecAccessTokenProps) {
    super(scope, constructId("LocalExecAccessToken", scope, id));
    const faults = new Faults(this.node.path);
    const { values, gives } = readProperties<LocalExecAccessTokenProps>(faults, props, PROPS) ?? faults.throwAll();
    const { triggers = {} } = values;
    if (OWN_TRIGGER in triggers)
      faults.add("reserved-trigger", `the trigger "${OWN_TRIGGER}" is this construct's own. Give yours another name.`);
    const ownTriggers = triggerTexts(faults, triggers);
    if (gives("forEach") && gives("count"))
      faults.add("conflicting-properties", "both forEach and count are given. Give one of them.");
    const run = runArguments(faults, "run", values.run, '["/opt/tools/call-api.sh"]');
    const revoke = revocationArguments(faults, values.revoke, values.request?._arguments);
    const destroyed = values.runAtDestroy
      ? atDestroy(faults, this, values, [
          ...runArguments(faults, "runAtDestroy", values.runAtDestroy, '["/opt/tools/clean-up.sh"]'),
          ...revoke,
        ])
      : undefined;
    const [shell, ...program] = programCommand(faults, this, values, [...run, ...revoke]);
    const { request, secretVersion } = props;
    const lifetime = program.filter((word) => word.startsWith("minimum_lifetime="));
    const version = secretVersion === undefined ? [] : [`secret_version=${formEncode(secretVersion)}`];
    refuseSensitive(
      this,
      [...namedTriggers(ownTriggers), ...version.map((text) => ["secretVersion", text] as const)],
      "state",
    );
    judgeAtSynthesis(this, (values) => request._slots.faults(values));
    requireProvider(this, "null", (stack, id) => new NullProvider(stack, id));
    const { environment } = request._slots;
    this.resource = new Resource(this, "Default", {
      dependsOn: props.dependsOn && [...props.dependsOn],
      provider: props.provider,
      ...(props.forEach ? { forEach: props.forEach } : {}),
      ...(props.count ? { count: props.count } : {}),
      triggers: {
        ...ownTriggers,
        ...destroyed?.triggers,
        [OWN_TRIGGER]: [...request._arguments, ...lifetime, ...run, ...version].join("&"),
      },
      provisioners: [
        {
          type: "local-exec",
          interpreter: [shell, ...program],
          command: "access-token-request",
          ...(environment ? { environment } : {}),
          // CDKTF has no name for it. It keeps the arguments out of the run's output.
          ...{ quiet: true },
        },
        ...(destroyed ? [destroyed.provisioner as LocalExecProvisioner] : []),
      ],
    });
  }

  /** The address of the `null_resource`, for `dependsOn`. */
  public get fqn(): string {
    return this.resource.fqn;
  }
}

/** The texts of triggers, as an error names them. */
function namedTriggers(triggers: Readonly<Record<string, string>>): (readonly [what: string, text: string])[] {
  return Object.entries(triggers).flatMap(([name, text]) => [
    [`the trigger "${name}"`, text] as const,
    ["the name of a trigger", name] as const,
  ]);
}

function runArguments(faults: Faults, what: string, argv: readonly string[] | undefined, example: string): string[] {
  if (argv === undefined) return [];
  return ["output=run", ...commandWords(faults, what, argv, example).map((word) => `run=${word}`)];
}
