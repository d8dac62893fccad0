import { TerraformStack, TerraformVariable } from "cdktf";
import type { Construct } from "constructs";
import { namedVariables, resolvedText } from "./expression";

/** What of a construct others can read, by the name that its user knows it by. */
export type Readable = readonly (readonly [name: string, text: string])[];

/**
 * Fails the synthesis where a sensitive variable is part of what others can read. A hash of it may be, and what
 * `nonsensitive` says is none.
 *
 * @param readers where it can be read
 * @internal
 */
export function refuseSensitive(scope: Construct, readable: Readable, readers: string): void {
  scope.node.addValidation({
    validate: () => {
      const stack = TerraformStack.of(scope);
      const variables = stack.node
        .findAll()
        .filter((node): node is TerraformVariable => node instanceof TerraformVariable && isSensitive(node));
      return readable.flatMap(([name, text]) => {
        const named = namedVariables(resolvedText(stack, text).replace(DECLASSIFIED, ""));
        return variables
          .filter((variable) => named.has(variable.friendlyUniqueId))
          .map(
            (variable) =>
              `${scope.node.path}: ${name} holds the variable "${variable.node.path}", which is sensitive, but it can be read in ${readers}. Allowed: what is no secret. If the variable is none, leave sensitive out, or wrap it in Fn.nonsensitive.`,
          );
      });
    },
  });
}

const DECLASSIFIED = /\b(nonsensitive|(base64)?sha\d+|md5|bcrypt)\([^()]*\)/g;

function isSensitive(variable: TerraformVariable): boolean {
  const { variable: blocks } = variable.toTerraform() as { variable: Record<string, Record<string, unknown>> };
  return Object.values(blocks)[0]?.["sensitive"] === true;
}
