import { join } from "node:path";
import { AssetType, TerraformAsset, TerraformStack } from "cdktf";
import type { Construct } from "constructs";

const ID = "access_token_request";

/**
 * The path of the program, which is placed once per stack. It begins with `${path.module}`, so that it also holds where
 * the stack is used as a module.
 *
 * @internal
 */
export function programPath(scope: Construct): string {
  const stack = TerraformStack.of(scope);
  const asset =
    (stack.node.tryFindChild(ID) as TerraformAsset | undefined) ??
    new TerraformAsset(stack, ID, { path: join(__dirname, "files"), type: AssetType.DIRECTORY });
  return `\${path.module}/${asset.path.replace(/\/$/, "")}/request.sh`;
}
