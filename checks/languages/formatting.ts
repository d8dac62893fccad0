import type { ProgramHost } from "../program/language.js";
import { append, literal, hole, type Fragment, type SymbolicString } from "../values/symbolic-string.js";
import { asString, type SymbolicValue } from "../values/symbolic-value.js";
import { keywordArgument, memberOf, positionalArgument, type Argument } from "./abstract-value.js";

/** `"...%s..." % (a, b)` and `"...%(name)s..." % {...}`. */
export function formatPercent(
  pattern: SymbolicString,
  values: SymbolicValue,
  taintOf: ProgramHost["taintOf"],
): SymbolicString {
  const items = values.kind === "list" ? values.items : [values];
  let next = 0;
  const result: Fragment[] = [];
  for (const fragment of pattern) {
    if (fragment.text === undefined) {
      result.push(fragment);
      continue;
    }
    let from = 0;
    for (const match of fragment.text.matchAll(/%(?:%|(?:\((\w+)\))?[-#0 +]*(?:[1-9]\d*)?[a-z])/g)) {
      result.push({ ...fragment, text: fragment.text.slice(from, match.index) });
      from = match.index + match[0].length;
      const name = match[1];
      if (match[0] === "%%") result.push(literal("%"));
      else if (name !== undefined) append(result, asString(memberOf({ content: values }, name, taintOf)));
      else append(result, asString(items[next++] ?? { kind: "list", items: [] }));
    }
    result.push({ ...fragment, text: fragment.text.slice(from) });
  }
  return result;
}

/** The string that is formatted: `{}`, `{0}`, `{name}`. */
export function formatBraces(pattern: SymbolicString, args: readonly Argument[]): SymbolicString {
  let next = 0;
  return pattern.flatMap((fragment): Fragment[] => {
    if (fragment.text === undefined) return [fragment];
    const result: Fragment[] = [];
    let from = 0;
    for (const match of fragment.text.matchAll(/\{(\w*)(?:[.[:][^{}]*)?\}/g)) {
      result.push({ ...fragment, text: fragment.text.slice(from, match.index) });
      from = match.index + match[0].length;
      const name = match[1] ?? "";
      const value =
        name === ""
          ? positionalArgument(args, next++)
          : /^\d+$/.test(name)
            ? positionalArgument(args, Number(name))
            : keywordArgument(args, name);
      append(result, value ? asString(value.content) : [hole()]);
    }
    return [...result, { ...fragment, text: fragment.text.slice(from).replaceAll("{{", "{").replaceAll("}}", "}") }];
  });
}
