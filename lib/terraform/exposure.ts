import { TerraformStack, type TerraformVariable } from "cdktf";
import type { Construct } from "constructs";
import { namedVariables, resolvedText } from "./expression";
import { holdsToken } from "./references";
import { variablesOf } from "./variables";

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
  const references = readable.filter(([, text]) => text.includes("${") || holdsToken(text));
  if (references.length === 0) return;
  scope.node.addValidation({
    validate: () => {
      const stack = TerraformStack.of(scope);
      return references.flatMap(([name, text]) => {
        const named = namedVariables(resolvedText(stack, text).replace(DECLASSIFIED, ""));
        return variablesOf(stack)
          .filter((variable) => named.has(variable.friendlyUniqueId) && isSensitive(variable))
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
