import type { Faults } from "../faults";
import { isTexts } from "../given";
import { formEncode } from "../terraform/form-encoding";
import { isListReference } from "../terraform/references";

/**
 * A command with its arguments, form-encoded. What starts with a name is looked for in PATH; a path must not be relative,
 * because Terraform runs in another folder.
 *
 * @param what how an error names it
 * @internal
 */
export function commandWords(faults: Faults, what: string, argv: unknown, example: string): string[] {
  if (!isTexts(faults, what, argv, example)) return [];
  const [command = ""] = argv;
  if (isListReference(argv))
    faults.add(
      "list-reference",
      `${what} is a list that only Terraform knows. Give the command's words one by one, such as ${example}; each of them may be a reference.`,
    );
  else if (command === "")
    faults.add("empty-command", `${what} has no command. Give it with its arguments, such as ${example}.`);
  else if (/^[^/\\$]+[/\\]/.test(command) && !/^[A-Za-z]:[\\/]/.test(command))
    faults.add(
      "relative-path",
      `the command "${command}" of ${what} is a relative path. Terraform runs in cdktf.out/stacks/<stack>, so it would be looked for there. Give an absolute path, such as one made by path.resolve("${command}"), or a Terraform reference such as \${path.module}.`,
    );
  else return argv.map(formEncode);
  return [];
}
