import * as cdktf from "cdktf";
import { dependable, propertyAccess, ref, Fn, TerraformElement, Token } from "cdktf";
import type { ITerraformDependable, TerraformProvider } from "cdktf";
import type { Construct } from "constructs";
import { refuse } from "../faults";

/**
 * What an `ephemeral` block is made of.
 *
 * @internal
 */
export interface EphemeralElementConfig {
  /** Such as `local_command`. */
  readonly type: string;
  readonly attributes: Record<string, string | string[] | undefined>;
  readonly dependsOn: ITerraformDependable[] | undefined;
  readonly provider: TerraformProvider | undefined;
}

/**
 * An `ephemeral` block, for which CDKTF has no class.
 *
 * @internal
 */
export class EphemeralElement extends TerraformElement {
  constructor(
    scope: Construct,
    id: string,
    private readonly config: EphemeralElementConfig,
  ) {
    super(scope, id, `ephemeral.${config.type}`);
  }

  /** A member of the JSON object that an attribute holds. */
  public jsonMember(attribute: string, member: string): string {
    const text = ref(`${this.address}.${attribute}`, this.cdktfStack);
    return Token.asString(propertyAccess(Fn.jsondecode(Token.asString(text)), [member]));
  }

  /** Whether another stack refers to this block: CDKTF has then added an output to this block's stack. */
  public get usedInAnotherStack(): boolean {
    const output = `cross-stack-output-${this.address}`;
    return this.cdktfStack.node.children.some(({ node: { id } }) => id === output || id.startsWith(`${output}.`));
  }

  public override toTerraform(): object {
    const block = merged(this.block, this.rawOverrides as Record<string, unknown>);
    return this.fragment({ ...block, "//": this.constructNodeMetadata });
  }

  /** @throws where the installed CDKTF would drop the block silently */
  public override toHclTerraform(): object {
    if (!("TerraformEphemeralResource" in cdktf))
      refuse(
        this.node.path,
        "hcl-output",
        `CDKTF's HCL output leaves ephemeral blocks out, so this access token would be missing. Synthesize JSON (the default), which Terraform and OpenTofu read as well, or use CDKTN 0.24 or later.`,
      );
    const block = Object.entries(merged(this.block, this.rawOverrides as Record<string, unknown>)).map(
      ([name, value]) => [
        name,
        Array.isArray(value)
          ? { value: value as unknown[], isBlock: false, type: "list", storageClassType: "stringList" }
          : { value, isBlock: false, type: "simple", storageClassType: "string" },
      ],
    );
    return this.fragment({ ...(Object.fromEntries(block) as object), "//": this.constructNodeMetadata });
  }

  public override toMetadata(): object {
    const overridden = Object.keys(this.rawOverrides as object);
    return overridden.length === 0 ? {} : { overrides: { [this.config.type]: overridden } };
  }

  private get address(): string {
    return `ephemeral.${this.config.type}.${this.friendlyUniqueId}`;
  }

  private get block(): Record<string, unknown> {
    const { attributes, dependsOn, provider } = this.config;
    const all = { ...attributes, depends_on: dependsOn?.map(dependable), provider: provider?.fqn };
    return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  }

  private fragment(block: object): object {
    return { ephemeral: { [this.config.type]: { [this.friendlyUniqueId]: block } } };
  }
}

function merged(into: Record<string, unknown>, from: Record<string, unknown>): Record<string, unknown> {
  const out = { ...into };
  for (const [name, value] of Object.entries(from))
    out[name] = isObject(value) && isObject(out[name]) ? merged(out[name], value) : value;
  return out;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
