import { TerraformVariable } from "cdktf";
import type { Construct } from "constructs";

/** The path of a folder whose files are secrets, such as one that a container's secrets are mounted at. */
export function secretsFolder(scope: Construct): string {
  return new TerraformVariable(scope, "secrets_folder", {
    type: "string",
    default: "/run/secrets",
    description: "The absolute path of the folder whose files are the secrets.",
  }).stringValue;
}
