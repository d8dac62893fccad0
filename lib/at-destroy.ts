import type { Construct } from "constructs";
import type { AccessTokenProps } from "./access-token-props";
import type { Faults } from "./faults";
import { programCommand } from "./program/arguments";
import { holdsToken } from "./terraform/references";

const TRIGGER = "access_token_request_at_destroy_";

/**
 * The provisioner that makes the request when the resource is destroyed. There Terraform knows no more than what the resource
 * keeps, so what is a reference becomes a trigger.
 *
 * @param run the program's arguments for the command
 * @throws all faults that have been found by then
 * @internal
 */
export function atDestroy(
  faults: Faults,
  scope: Construct,
  props: Partial<AccessTokenProps>,
  run: readonly string[],
): { readonly triggers: Record<string, string>; readonly provisioner: object } {
  for (const [slot, kind] of props.request?._slots.terraformKinds ?? [])
    faults.add(
      "secret-at-destroy",
      `the ${slot.replace(/_/g, " ")} is ${kind}, which Terraform does not give to what runs at destroy. Allowed with runAtDestroy: Secret.fromEnvironment (for a variable that is set by the environment, fromEnvironment("TF_VAR_<its name>")), Secret.fromFile and Secret.fromCommand, which the program reads.`,
    );
  const triggers: Record<string, string> = {};
  const interpreter = programCommand(faults, scope, props, run).map((word, at) => {
    // The program's path is made of path.module alone.
    if (at === 1 || !holdsToken(word)) return word;
    triggers[`${TRIGGER}${at}`] = word;
    return `\${self.triggers.${TRIGGER}${at}}`;
  });
  return {
    triggers,
    provisioner: { type: "local-exec", when: "destroy", interpreter, command: "access-token-request", quiet: true },
  };
}
