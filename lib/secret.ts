import { TerraformVariable } from "cdktf";
import type { Construct } from "constructs";
import { Faults, type Fault } from "./faults";
import { isText, isValue } from "./given";
import { commandWords } from "./program/command-words";
import { refuseRelativePath } from "./program/path";
import { constructId, areProperties, type Properties } from "./properties";
import { refuseEnvironmentName, refuseVariableName } from "./secret-names";
import { expressionFaults, isMoreThanSeparator, LITERAL_BESIDE, variableFaults } from "./terraform/confidential";
import { formEncode } from "./terraform/form-encoding";
import { holdsToken, textParts } from "./terraform/references";
import { requireTerraform } from "./terraform/required-version";
import type { StackValues } from "./terraform/stack-values";

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
   * `EphemeralAccessToken`. Terraform does not show what a command of `run` prints, unless the command fails.
   *
   * The stack then requires Terraform 1.10 or later, unless it has a `required_version` of its own.
   *
   * @throws if the id cannot be the name of a Terraform variable, or a shell cannot set it
   */
  public static ephemeralVariable(scope: Construct, id: string, options: EphemeralVariableOptions = {}): Secret {
    constructId("Secret.ephemeralVariable", scope, id);
    const faults = new Faults(`${scope.node.path}: Secret.ephemeralVariable`);
    areProperties<EphemeralVariableOptions>(faults, options, {
      description: { type: "text", allowed: "what terraform plan shows, as text" },
    });
    refuseVariableName(faults, id);
    faults.throwAny();
    const variable = new TerraformVariable(scope, id, {
      type: "string",
      sensitive: true,
      description: options.description ?? `Set it by TF_VAR_${id} in the environment that Terraform runs in.`,
    });
    variable.overrideLogicalId(id);
    variable.addOverride("ephemeral", true);
    requireTerraform(scope, "1.10");
    return new Secret({ kind: "a Terraform variable", known: variable.stringValue, variable });
  }

  /**
   * An existing Terraform variable, which must be sensitive and have no default. A saved plan holds its value in clear:
   * prefer `ephemeralVariable`. For `LocalExecAccessToken` and `EphemeralAccessToken`. Terraform does not show what a command
   * of `run` prints, unless the command fails.
   */
  public static fromVariable(variable: TerraformVariable): Secret {
    const faults = new Faults("Secret.fromVariable");
    isValue(
      faults,
      "the variable",
      variable,
      "overrideLogicalId",
      "a TerraformVariable itself; a reference, such as its stringValue, goes to Secret.fromExpression",
    );
    faults.throwAny();
    return new Secret({ kind: "a Terraform variable", known: variable.stringValue, variable });
  }

  /**
   * A Terraform reference, such as an attribute of a data source. For `LocalExecAccessToken` and `EphemeralAccessToken`. Where it
   * is sensitive or ephemeral, Terraform does not show what a command of `run` prints, unless the command fails.
   *
   * @throws if it is a literal, or has one beside the reference; the literal is not repeated
   */
  public static fromExpression(reference: string): Secret {
    const faults = new Faults("Secret.fromExpression");
    if (isText(faults, "the expression", reference, "a Terraform reference")) {
      if (!holdsToken(reference))
        faults.add(
          "literal-secret",
          "a literal string is given (not repeated here). A secret is given by reference only: an attribute such as source.secretString, or use Secret.ephemeralVariable, fromEnvironment, fromFile or fromCommand.",
        );
      else if (textParts(reference).some((part) => !part.reference && isMoreThanSeparator(part.text)))
        faults.add("literal-secret", LITERAL_BESIDE);
    }
    faults.throwAny();
    return new Secret({ kind: "a Terraform expression", known: reference });
  }

  /**
   * An environment variable of the process that runs Terraform, read by the program. Terraform shows what a command of `run`
   * prints.
   *
   * @throws if the name cannot be that of an environment variable, or the program itself needs it
   */
  public static fromEnvironment(name: string): Secret {
    const faults = new Faults("Secret.fromEnvironment");
    if (isText(faults, "the name", name, 'the variable\'s name as text, such as "CXONE_CLIENT_SECRET"'))
      refuseEnvironmentName(faults, name);
    faults.throwAny();
    return new Secret({ kind: "the environment", read: [["environment", name]] });
  }

  /**
   * A file on the machine that runs Terraform, read by the program. One newline at its end is dropped unless told otherwise.
   * Terraform shows what a command of `run` prints.
   *
   * @throws if the path is relative
   */
  public static fromFile(path: string, options: ReadSecretOptions = {}): Secret {
    const faults = new Faults("Secret.fromFile");
    areProperties<ReadSecretOptions>(faults, options, READ_OPTIONS);
    if (isText(faults, "the path", path, "an absolute path, or a Terraform reference"))
      refuseRelativePath(faults, "the path", path);
    faults.throwAny();
    return new Secret({ kind: "a file", read: [["file", formEncode(path)], ...keep(options)] });
  }

  /**
   * The output of a command on the machine that runs Terraform, without a shell between. One newline at its end is dropped
   * unless told otherwise. Terraform shows what a command of `run` prints.
   *
   * @param argv the command and its arguments; none of them may be a secret
   * @throws if there is no command, or its path is relative
   */
  public static fromCommand(argv: string[], options: ReadSecretOptions = {}): Secret {
    const faults = new Faults("Secret.fromCommand");
    areProperties<ReadSecretOptions>(faults, options, READ_OPTIONS);
    const words = commandWords(faults, "argv", argv, '["pass", "show", "cxone"]');
    faults.throwAny();
    return new Secret({
      kind: "a command",
      read: [...words.map((word) => ["command", word] as const), ...keep(options)],
    });
  }

  private constructor(private readonly source: SecretSource) {}

  /** How the program reads the secret of a slot, or what it calls the variable that Terraform passes. @internal */
  public _arguments(slot: string): string[] {
    const { read = [], variable } = this.source;
    if (variable !== undefined) return [`${slot}.variable=${variable.friendlyUniqueId}`];
    return read.map(([name, value]) => `${slot}.${name}=${value}`);
  }

  /** The form-encoded path of the file that holds nothing else, where there is one. @internal */
  public get _file(): string | undefined {
    const [first, ...more] = this.source.read ?? [];
    return first?.[0] === "file" && more.length === 0 ? first[1] : undefined;
  }

  /** The form-encoded secret, where Terraform knows it. @internal */
  public get _known(): string | undefined {
    return this.source.known === undefined ? undefined : formEncode(this.source.known);
  }

  /** What Terraform must know, and so cannot be used where everything lies in state. @internal */
  public get _terraformKind(): string | undefined {
    return this.source.known === undefined ? undefined : this.source.kind;
  }

  /** What is wrong with the secret within a stack, once everything in it is known. @internal */
  public _faults(values: StackValues): readonly Fault[] {
    const { known, variable } = this.source;
    if (known === undefined) return [];
    return variable ? variableFaults(variable, values.stack) : expressionFaults(known, values);
  }
}

interface SecretSource {
  readonly kind: string;
  readonly known?: string;
  readonly variable?: TerraformVariable;
  /** How the program reads it: names and form-encoded values. */
  readonly read?: readonly (readonly [name: string, value: string])[];
}

const READ_OPTIONS: Properties<ReadSecretOptions> = {
  keepFinalNewline: { type: "boolean", allowed: "true or false" },
};

function keep(options: ReadSecretOptions): [string, string][] {
  return options.keepFinalNewline ? [["final_newline", "keep"]] : [];
}
