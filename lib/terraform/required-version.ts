import {
  TerraformDataSource,
  TerraformElement,
  TerraformLocal,
  TerraformOutput,
  TerraformResource,
  TerraformStack,
  TerraformVariable,
} from "cdktf";
import type { Construct, IConstruct } from "constructs";
import { compareVersions } from "./version-constraint";

const ID = "access_token_required_version";

/**
 * The id of what requires the provider for `EphemeralAccessToken`.
 *
 * @internal
 */
export const EPHEMERAL_REQUIREMENTS_ID = "ephemeral_access_token_requirements";

/** Told by their ids, since another copy of this library may have made them. */
const OWN = new Set([ID, EPHEMERAL_REQUIREMENTS_ID]);

/** What an element adds to a stack's `terraform` block. */
export interface TerraformBlock {
  readonly required_version?: string;
  readonly required_providers?: Record<string, { readonly version?: string } | undefined>;
}

/**
 * Makes a stack require a version of Terraform, or a later one that is required already. What the stack itself requires
 * comes first.
 *
 * @internal
 */
export function requireTerraform(scope: Construct, version: string): void {
  const stack = TerraformStack.of(scope);
  const existing = stack.node.tryFindChild(ID) as RequiredVersion | undefined;
  (existing ?? new RequiredVersion(stack, ID)).require(version);
}

/**
 * What the other elements of a stack add to its `terraform` block: backends, providers, and what a user has made.
 *
 * @internal
 */
export function otherTerraformBlocks(element: TerraformElement): TerraformBlock[] {
  const stack = TerraformStack.of(element);
  return stack.node
    .findAll()
    .filter((node): node is TerraformElement => node !== element && mayAddToTerraformBlock(node, stack))
    .map((other) => (other.toTerraform() as { terraform?: TerraformBlock }).terraform ?? {});
}

class RequiredVersion extends TerraformElement {
  private version: string | undefined;

  /** Called by another copy of this library too. */
  public require(version: string): void {
    if (this.version === undefined || compareVersions(version, this.version) > 0) this.version = version;
  }

  public override toTerraform(): { terraform: TerraformBlock } {
    const own = otherTerraformBlocks(this).some((block) => block.required_version !== undefined);
    return { terraform: own || this.version === undefined ? {} : { required_version: `>= ${this.version}` } };
  }

  /** HCL output writes required_version wrongly. A Terraform that is too old refuses by itself what it does not know. */
  public override toHclTerraform(): object {
    return {};
  }
}

/** Most elements of a stack are of kinds that add nothing, and it takes time to ask them. */
function mayAddToTerraformBlock(node: IConstruct, stack: TerraformStack): boolean {
  if (!TerraformElement.isTerraformElement(node) || OWN.has(node.node.id)) return false;
  return !SILENT.some((kind) => node instanceof kind) && TerraformStack.of(node) === stack;
}

const SILENT = [TerraformResource, TerraformDataSource, TerraformVariable, TerraformLocal, TerraformOutput];
