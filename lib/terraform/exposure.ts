import type { TerraformVariable } from "cdktf";
import type { Construct } from "constructs";
import { componentsOf, type Component } from "./composition";
import { DECLASSIFYING } from "./functions";
import { judgeAtSynthesis } from "./judgement";
import { holdsToken } from "./references";

/** What of a construct others can read, by the name that its user knows it by. */
export type Readable = readonly (readonly [name: string, text: string])[];

/**
 * Fails the synthesis where something sensitive is a part of what others can read. A hash of it may be, and what
 * `nonsensitive` declares not to be.
 *
 * @param readers where it can be read
 * @internal
 */
export function refuseSensitive(scope: Construct, readable: Readable, readers: string): void {
  const references = readable.filter(([, text]) => text.includes("${") || holdsToken(text));
  if (references.length === 0) return;
  judgeAtSynthesis(scope, (values) =>
    references.flatMap(([name, text]) => {
      const components = componentsOf(values, text, { without: DECLASSIFYING, choices: true });
      const found = new Set(components.flatMap((component) => sensitivity(component) ?? []));
      return [...found].map((what) => ({
        code: "sensitive-value" as const,
        text: `${name} holds ${what}, but it can be read in ${readers}. Allowed: what is not secret. If it is not, leave sensitive out, or wrap it in Fn.nonsensitive.`,
      }));
    }),
  );
}

function sensitivity(component: Component): string | undefined {
  if (component.kind === "sensitive") return "a value that is marked sensitive by Fn.sensitive";
  if (component.kind !== "variable") return undefined;
  const marked = marks(component.variable);
  return marked && `the variable "${component.variable.node.path}", which is ${marked}`;
}

function marks(variable: TerraformVariable): string | undefined {
  const { variable: blocks } = variable.toTerraform() as { variable: Record<string, Record<string, unknown>> };
  const { sensitive, ephemeral } = Object.values(blocks)[0] ?? {};
  return sensitive === true ? "sensitive" : ephemeral === true ? "ephemeral" : undefined;
}
