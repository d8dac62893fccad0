import { requireTexts } from "../given";
import { formEncode } from "../terraform/form-encoding";
import { isListReference } from "../terraform/references";

/**
 * A command with its arguments, as arguments of the program.
 *
 * @param what how an error names it
 * @throws if there is no command, or if only Terraform knows its words
 * @internal
 */
export function commandArguments(what: string, name: string, argv: readonly string[], example: string): string[] {
  requireTexts(what, argv, example);
  if (isListReference(argv))
    throw new Error(
      `${what} is a list that only Terraform knows. Give the command's words one by one, such as ${example}; each of them may be a reference.`,
    );
  if (argv.length === 0 || argv[0] === "")
    throw new Error(`${what} has no command. Give it with its arguments, such as ${example}.`);
  return argv.map((word) => `${name}=${formEncode(word)}`);
}
