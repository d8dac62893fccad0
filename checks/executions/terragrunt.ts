import type { Block } from "../configuration/configuration.js";
import { children, type Expression } from "../configuration/expressions/expression.js";
import type { ModuleInstance } from "../terraform/module.js";
import { concrete, sketch } from "../values/symbolic-string.js";
import { asString, type SymbolicValue } from "../values/symbolic-value.js";
import type { Execution } from "./execution.js";
import { follow, stringsOf, workingDirectory } from "./programs.js";

/** `before_hook`, `after_hook`, `error_hook`: a program that Terragrunt starts around Terraform, without a shell. */
export function hookProgram(module: ModuleInstance, block: Block): Execution[] {
  const value = (name: string): SymbolicValue | undefined => module.attribute(block.attributes.get(name), block);
  const quiet = value("suppress_stdout");
  return follow({
    kind: "local-exec",
    module,
    block,
    words: stringsOf(value("execute")),
    environment: new Map(),
    directory: workingDirectory(module, value("working_dir")),
    logged: !(quiet && concrete(asString(quiet)) === "true"),
  });
}

/** `run_cmd(...)` in locals and inputs: its output is its result, and is printed unless it is told to be quiet. */
export function commandsIn(module: ModuleInstance, block: Block): Execution[] {
  if (!block.mentions(/\brun_cmd\(/)) return [];
  return [...block.attributes.values()].flatMap((attribute) => {
    const owner: Block = block.type === "locals" ? { ...block, type: "local", labels: [attribute.name] } : block;
    const scope = { module, place: attribute.place, block, bindings: new Map<string, SymbolicValue>() };
    return calls(attribute.value(), "run_cmd").flatMap((args) => {
      const given = args.flatMap((arg) => stringsOf(module.evaluate(arg, scope)));
      const words = given.filter((word) => !/^--terragrunt-/.test(sketch(word)));
      const quiet = given.some((word) => sketch(word) === "--terragrunt-quiet");
      return follow({
        kind: "external",
        module,
        block: owner,
        words,
        environment: new Map(),
        directory: module.directory.path,
        logged: !quiet,
      });
    });
  });
}

/** The arguments of each call of a function. */
function calls(expression: Expression, name: string, depth = 0): (readonly Expression[])[] {
  if (depth > 50) return [];
  const own = expression.kind === "call" && expression.name === name ? [expression.args] : [];
  return [...own, ...children(expression).flatMap((child) => calls(child, name, depth + 1))];
}
