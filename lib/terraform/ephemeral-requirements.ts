import { TerraformElement, TerraformStack } from "cdktf";
import type { Construct, IConstruct } from "constructs";
import { admitsFrom } from "./version-constraint";

const ID = "ephemeral_access_token_requirements";
const LOCAL = { source: "hashicorp/local", version: ">= 2.7.0" };
const FIRST_LOCAL_COMMAND = "2.7.0";

interface TerraformBlock {
  readonly required_version?: string;
  readonly required_providers?: Record<string, { readonly version?: string } | undefined>;
}

/**
 * Requires what `ephemeral "local_command"` needs, once per stack: a Terraform that has ephemeral values everywhere a
 * token goes, and the provider hashicorp/local 2.7.0 or later. What the stack itself requires comes first.
 *
 * @internal
 */
export function requireEphemeralCommand(scope: Construct): void {
  const stack = TerraformStack.of(scope);
  if (!stack.node.tryFindChild(ID)) new EphemeralRequirements(stack, ID);
}

class EphemeralRequirements extends TerraformElement {
  constructor(
    private readonly stack: TerraformStack,
    id: string,
  ) {
    super(stack, id);
    this.node.addValidation({ validate: () => this.faults() });
  }

  public override toTerraform(): { terraform: TerraformBlock } {
    const others = this.others();
    return {
      terraform: {
        ...(others.some((block) => block.required_version !== undefined) ? {} : { required_version: ">= 1.11" }),
        // Of two entries for one provider the last one wins silently, so that only one may be there.
        ...(others.some((block) => block.required_providers?.["local"])
          ? {}
          : { required_providers: { local: LOCAL } }),
      },
    };
  }

  /** Without required_version, which HCL output writes wrongly: Terraform before 1.10 refuses an ephemeral block by itself. */
  public override toHclTerraform(): { terraform: TerraformBlock } {
    const { required_providers } = this.toTerraform().terraform;
    return { terraform: required_providers ? { required_providers } : {} };
  }

  private others(): TerraformBlock[] {
    return this.stack.node
      .findAll()
      .filter((node): node is TerraformElement => this.isOther(node))
      .map((element) => (element.toTerraform() as { terraform?: TerraformBlock }).terraform ?? {});
  }

  private isOther(node: IConstruct): boolean {
    return node !== this && TerraformElement.isTerraformElement(node) && TerraformStack.of(node) === this.stack;
  }

  private faults(): string[] {
    const { terraform } = this.stack.toTerraform() as { terraform: TerraformBlock };
    const version = terraform.required_providers?.["local"]?.version;
    if (version === undefined || admitsFrom(version, FIRST_LOCAL_COMMAND)) return [];
    return [
      `${this.stack.node.path}: EphemeralAccessToken needs the provider hashicorp/local 2.7.0 or later, but this stack requires "${version}" (@cdktf/provider-local pins the version that it was generated from). Override it in the stack: stack.addOverride("terraform.required_providers.local.version", "${LOCAL.version}").`,
    ];
  }
}
