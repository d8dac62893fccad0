import type { Faults } from "./faults";
import { environmentNameFault } from "./program/environment-name";

/** https://developer.hashicorp.com/terraform/language/values/variables: the arguments of a module call. */
const TAKEN_BY_TERRAFORM = ["source", "version", "providers", "count", "for_each", "lifecycle", "depends_on", "locals"];

/**
 * Refuses a name that a variable of Terraform cannot have, or that a shell cannot set by `TF_VAR_`.
 *
 * @internal
 */
export function refuseVariableName(faults: Faults, name: string): void {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
    faults.add(
      "invalid-variable-name",
      `"${name}" cannot be the name of a Terraform variable that TF_VAR_${name.replace(/[^A-Za-z0-9_]/g, "_")} sets, and the variable is named exactly as its id. Allowed: letters, digits and "_", not beginning with a digit; a shell cannot set a name with "-".`,
    );
  else if (TAKEN_BY_TERRAFORM.includes(name))
    faults.add(
      "invalid-variable-name",
      `Terraform keeps the name "${name}" for itself. Give the variable another id, such as "client_secret".`,
    );
}

/**
 * Refuses a name that an environment variable with a secret cannot have. It may be the secret itself, given by mistake, so
 * that it is not repeated.
 *
 * @internal
 */
export function refuseEnvironmentName(faults: Faults, name: string): void {
  const fault = environmentNameFault(name);
  if (fault !== undefined) {
    faults.add("invalid-environment-name", fault);
    return;
  }
  const holder = variableOfValue(name);
  if (holder !== undefined)
    faults.add(
      "secret-value-as-name",
      `the value of the environment variable "${holder}" is given (not repeated here). Give its name: Secret.fromEnvironment("${holder}").`,
    );
}

/** The environment variable whose value was given in place of its name. A name in capitals may be a value on purpose. */
function variableOfValue(name: string): string | undefined {
  if (/^(TF_VAR_.*|[A-Z0-9_]*)$/.test(name) || process.env[name] !== undefined) return undefined;
  return Object.keys(process.env).find((variable) => process.env[variable] === name);
}
