import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { AssetType, TerraformAsset, TerraformStack } from "cdktf";
import type { Construct, IConstruct } from "constructs";
import { refuse } from "../faults";

const ID = "access_token_request";
const FILES = join(__dirname, "files");

/**
 * The path of the program, which is placed once per stack. It begins with `${path.module}`, so that it also holds where
 * the stack is used as a module.
 *
 * @internal
 */
export function programPath(scope: Construct): string {
  const asset = programAsset(TerraformStack.of(scope));
  return `\${path.module}/${asset.path.replace(/\/$/, "")}/request.sh`;
}

function programAsset(stack: TerraformStack): TerraformAsset {
  // Another version of this library in the same app has placed a program of its own, or the user's construct has this id.
  for (const id of [ID, `${ID}_${programHash().slice(0, 8)}`]) {
    const placed = stack.node.tryFindChild(id);
    if (placed === undefined)
      return new TerraformAsset(stack, id, { path: FILES, type: AssetType.DIRECTORY, assetHash: programHash() });
    if (holdsThisProgram(placed)) return placed;
  }
  return refuse(stack.node.path, "id-taken", `the construct id "${ID}" is taken. Give your construct another id.`);
}

function holdsThisProgram(construct: IConstruct): construct is TerraformAsset {
  return (construct as Partial<TerraformAsset>).assetHash === programHash();
}

let hash: string | undefined;

/** Computed once, since every stack has the same program. */
function programHash(): string {
  if (hash === undefined) {
    const digest = createHash("sha256");
    for (const name of readdirSync(FILES).sort()) digest.update(`${name}\n`).update(readFileSync(join(FILES, name)));
    hash = digest.digest("hex").slice(0, 32);
  }
  return hash;
}
