import type { Faults } from "../faults";
import { holdsToken } from "../terraform/references";

/**
 * Refuses a relative path, because Terraform runs in another folder.
 *
 * @param what how an error names it
 * @internal
 */
export function refuseRelativePath(faults: Faults, what: string, path: string): void {
  if (holdsToken(path) || /^([/]|[A-Za-z]:[\\/])/.test(path)) return;
  faults.add(
    "relative-path",
    `${what} "${path}" is relative. Terraform runs in cdktf.out/stacks/<stack>, so it would be looked for there. Give an absolute path, or a Terraform reference.`,
  );
}
