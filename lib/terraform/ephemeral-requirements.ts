import { TerraformElement, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { faultText } from "../faults";
import {
  EPHEMERAL_REQUIREMENTS_ID as ID,
  otherTerraformBlocks,
  requireTerraform,
  type TerraformBlock,
} from "./required-version";
import { admitsFrom } from "./version-constraint";

const LOCAL = { source: "hashicorp/local", version: ">= 2.7.0" };
const FIRST_LOCAL_COMMAND = "2.7.0";

/**
 * Requires what `ephemeral "local_command"` needs, once per stack: a Terraform that has ephemeral values everywhere a
 * token goes, and the provider hashicorp/local 2.7.0 or later. What the stack itself requires comes first.
 *
 * @internal
 */
export function requireEphemeralCommand(scope: Construct): void {
  requireTerraform(scope, "1.11");
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
    // Of two entries for one provider the last one wins silently, so that only one may be there.
    const own = otherTerraformBlocks(this).some((block) => block.required_providers?.["local"]);
    return { terraform: own ? {} : { required_providers: { local: LOCAL } } };
  }

  public override toHclTerraform(): { terraform: TerraformBlock } {
    return this.toTerraform();
  }

  private faults(): string[] {
    const { terraform } = this.stack.toTerraform() as { terraform: TerraformBlock };
    const version = terraform.required_providers?.["local"]?.version;
    if (version === undefined || admitsFrom(version, FIRST_LOCAL_COMMAND)) return [];
    return [
      faultText(this.stack.node.path, {
        code: "provider-too-old",
        text: `EphemeralAccessToken needs the provider hashicorp/local 2.7.0 or later, but this stack requires "${version}" (@cdktf/provider-local pins the version that it was generated from). Override it in the stack: stack.addOverride("terraform.required_providers.local.version", "${LOCAL.version}").`,
      }),
    ];
  }
}
