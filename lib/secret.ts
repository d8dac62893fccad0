import { Fn, TerraformStack, TerraformVariable } from "cdktf";
import type { Construct, IConstruct } from "constructs";
import { requireText, requireValue } from "./given";
import { commandArguments } from "./program/command-arguments";
import { environmentNameFault } from "./program/environment-name";
import { expressionFaults, variableFaults } from "./terraform/confidential";
import { formEncode } from "./terraform/form-encoding";
import { holdsToken } from "./terraform/references";

/** Options of `Secret.ephemeralVariable`. */
export interface EphemeralVariableOptions {
  /**
   * What `terraform plan` shows when it asks for the variable.
   *
   * @default - a sentence that says how to set it
   */
  readonly description?: string;
}

/** Options of a secret that the program reads when Terraform runs. */
export interface ReadSecretOptions {
  /**
   * Keeps the newline that a file or a command's output ends with as a part of the secret.
   *
   * @default false
   */
  readonly keepFinalNewline?: boolean;
}

/** A secret, always by reference: its value is never a part of what is synthesized. */
export class Secret {
  /**
   * Declares a Terraform variable, named exactly as its id, that is `sensitive` and `ephemeral`, so that it is in no state
   * and no saved plan. Terraform 1.10 and later, OpenTofu 1.11 and later. For `LocalExecAccessToken` and
   * `EphemeralAccessToken`.
   *
   * @throws if the id is no name of a Terraform variable
   */
  public static ephemeralVariable(scope: Construct, id: string, options: EphemeralVariableOptions = {}): Secret {
    if (!/^[A-Za-z_][A-Za-z0-9_-]*$/.test(id))
      throw new Error(
        `${scope.node.path}: Secret.ephemeralVariable: "${id}" is no name for a Terraform variable, which is named exactly as its id. Allowed: letters, digits, "_" and "-", not beginning with a digit.`,
      );
    if (TAKEN_BY_TERRAFORM.includes(id))
      throw new Error(
        `${scope.node.path}: Secret.ephemeralVariable: Terraform keeps the name "${id}" for itself. Give the variable another id, such as "client_secret".`,
      );
    const variable = new TerraformVariable(scope, id, {
      type: "string",
      sensitive: true,
      description: options.description ?? `Set it by TF_VAR_${id} in the environment that Terraform runs in.`,
    });
    variable.overrideLogicalId(id);
    variable.addOverride("ephemeral", true);
    return new Secret({ kind: "a Terraform variable", known: variable.stringValue, variable });
  }

  /**
   * An existing Terraform variable, which must be sensitive and have no default. A saved plan holds its value in clear:
   * prefer `ephemeralVariable`. For `LocalExecAccessToken` and `EphemeralAccessToken`.
   */
  public static fromVariable(variable: TerraformVariable): Secret {
    requireValue(
      "Secret.fromVariable: the variable",
      variable,
      "overrideLogicalId",
      "a TerraformVariable itself; a reference, such as its stringValue, goes to Secret.fromExpression",
    );
    return new Secret({ kind: "a Terraform variable", known: variable.stringValue, variable });
  }

  /**
   * A Terraform reference, such as an attribute of a data source. For `LocalExecAccessToken` and `EphemeralAccessToken`.
   *
   * @throws if it is a literal; the literal is not repeated
   */
  public static fromExpression(reference: string): Secret {
    requireText("Secret.fromExpression: the expression", reference, "a Terraform reference");
    if (!holdsToken(reference))
      throw new Error(
        "Secret.fromExpression: a literal string is given (not repeated here). A secret is given by reference only: an attribute such as source.secretString, or use Secret.ephemeralVariable, fromEnvironment, fromFile or fromCommand.",
      );
    return new Secret({ kind: "a Terraform expression", known: reference });
  }

  /**
   * An environment variable of the process that runs Terraform, read by the program.
   *
   * @throws if the name is no name of an environment variable, or one that the program itself needs
   */
  public static fromEnvironment(name: string): Secret {
    requireText(
      "Secret.fromEnvironment: the name",
      name,
      'the variable\'s name as text, such as "CXONE_CLIENT_SECRET"',
    );
    const fault = environmentNameFault(name);
    if (fault !== undefined) throw new Error(`Secret.fromEnvironment: ${fault}`);
    const holder = variableOfValue(name);
    if (holder !== undefined)
      throw new Error(
        `Secret.fromEnvironment: the value of the environment variable "${holder}" is given (not repeated here). Give its name: Secret.fromEnvironment("${holder}").`,
      );
    return new Secret({ kind: "the environment", read: [`client_secret.environment=${name}`] });
  }

  /**
   * A file on the machine that runs Terraform, read by the program. One newline at its end is dropped unless told otherwise.
   *
   * @throws if the path is relative
   */
  public static fromFile(path: string, options: ReadSecretOptions = {}): Secret {
    requireText("Secret.fromFile: the path", path, "an absolute path, or a Terraform reference");
    if (!holdsToken(path) && !/^([/]|[A-Za-z]:[\\/])/.test(path))
      throw new Error(
        `Secret.fromFile: the path "${path}" is relative. Terraform runs in cdktf.out/stacks/<stack>, so it would be looked for there. Give an absolute path, or a Terraform reference.`,
      );
    return new Secret({ kind: "a file", read: [`client_secret.file=${formEncode(path)}`, ...keep(options)] });
  }

  /**
   * The output of a command on the machine that runs Terraform, without a shell between. One newline at its end is dropped
   * unless told otherwise.
   *
   * @param argv the command and its arguments; none of them may be a secret
   * @throws if there is no command
   */
  public static fromCommand(argv: string[], options: ReadSecretOptions = {}): Secret {
    const words = commandArguments(
      "Secret.fromCommand: argv",
      "client_secret.command",
      argv,
      '["pass", "show", "cxone"]',
    );
    return new Secret({ kind: "a command", read: [...words, ...keep(options)] });
  }

  private constructor(private readonly source: SecretSource) {}

  /** @internal */
  public get _arguments(): string[] {
    return this.source.read ?? [];
  }

  /** The provisioner's environment: only what Terraform knows has to travel in it. @internal */
  public get _environment(): Record<string, string> | undefined {
    if (this.source.known === undefined) return undefined;
    return { ACCESS_TOKEN_REQUEST_CLIENT_SECRET: Fn.urlencode(this.source.known) };
  }

  /** What the program reads from its standard input: only what Terraform knows has to travel there. @internal */
  public get _stdin(): string | undefined {
    return this.source.known === undefined ? undefined : `client_secret=${Fn.urlencode(this.source.known)}`;
  }

  /** What Terraform must know, and so cannot be used where everything lies in state. @internal */
  public get _terraformKind(): string | undefined {
    return this.source.known === undefined ? undefined : this.source.kind;
  }

  /** What is wrong with the secret within a stack, once everything in it is known. @internal */
  public _faults(user: IConstruct): string[] {
    const { known, variable } = this.source;
    if (known === undefined) return [];
    const stack = TerraformStack.of(user);
    return variable ? variableFaults(variable, stack) : expressionFaults(known, stack);
  }
}

interface SecretSource {
  readonly kind: string;
  readonly known?: string;
  readonly read?: string[];
  readonly variable?: TerraformVariable;
}

/** https://developer.hashicorp.com/terraform/language/values/variables: the arguments of a module call. */
const TAKEN_BY_TERRAFORM = ["source", "version", "providers", "count", "for_each", "lifecycle", "depends_on", "locals"];

/** The environment variable whose value was given in place of its name. A name in capitals may be a value on purpose. */
function variableOfValue(name: string): string | undefined {
  if (/^(TF_VAR_.*|[A-Z0-9_]*)$/.test(name) || process.env[name] !== undefined) return undefined;
  return Object.keys(process.env).find((variable) => process.env[variable] === name);
}

function keep(options: ReadSecretOptions): string[] {
  return options.keepFinalNewline ? ["client_secret.final_newline=keep"] : [];
}
