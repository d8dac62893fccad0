import { hole, literal } from "../../values/symbolic-string.js";
import { stringValue } from "../../values/symbolic-value.js";
import { unknownResult, type AbstractValue, type Argument } from "../abstract-value.js";

/** What a library calls a function with that it was given. */
export function callbackArguments(
  name: string,
  parameters: readonly string[] = ["value"],
  subject: AbstractValue,
  resolve: (value: AbstractValue) => void,
): Argument[] {
  if (name === "Promise") return [{ value: resolver(resolve) }, { value: resolver(() => undefined) }];
  if (name === "catch" || parameters.length === 0) return [{ value: unknownResult() }];
  // Callbacks of Node get the error first, and the answer and its body then.
  if (["e", "err", "error", "_err", "_"].includes(parameters[0] ?? "") && parameters.length > 1)
    return [{ value: NONE }, { value: subject }, { value: subject }];
  return [{ value: { ...subject, qualifiedName: undefined } }];
}

const NONE: AbstractValue = { content: { kind: "text", fragments: [literal("null")], bare: true } };

const resolver = (resolve: (value: AbstractValue) => void): AbstractValue => ({
  content: stringValue([hole()]),
  callable: {
    parameters: ["value"],
    isProperty: false,
    call: (args) => {
      resolve(args[0]?.value ?? unknownResult());
      return unknownResult();
    },
  },
});
