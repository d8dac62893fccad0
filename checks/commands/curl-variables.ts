import { propagate, sketch, slice, type SymbolicString } from "../values/symbolic-string.js";
import { toBase64 } from "../values/base64.js";

export type CurlVariables = Map<string, SymbolicString>;

/** `{{name}}`, `{{name:trim:url}}` in the value of an `--expand-` option; curl expands them, so no argument holds them. */
export function expandVariables(value: SymbolicString, variables: CurlVariables): SymbolicString {
  const result: SymbolicString[] = [];
  let from = 0;
  for (const match of sketch(value).matchAll(/\{\{([^{}]*)\}\}/g)) {
    const [name = "", ...functions] = (match[1] ?? "").split(":");
    result.push(slice(value, from, match.index), applied(variables.get(name) ?? [], functions));
    from = match.index + match[0].length;
  }
  return [...result, slice(value, from)].flat();
}

function applied(value: SymbolicString, functions: readonly string[]): SymbolicString {
  let result = value;
  for (const name of functions) {
    if (name === "url") result = propagate(result, { encoded: true });
    else if (name === "b64") result = toBase64(result);
    else if (name === "json") result = [...result];
  }
  return result;
}
