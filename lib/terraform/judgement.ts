import { TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { faultText, type Fault } from "../faults";
import { StackValues } from "./stack-values";

/** What is wrong with a construct, given what its stack holds. */
type Judge = (values: StackValues) => readonly Fault[];

const judgesOf = new WeakMap<TerraformStack, [IConstruct, Judge][]>();

/**
 * Fails the synthesis with what a judge finds once everything in the stack is known. One validation of the stack serves all
 * constructs: a look through the whole stack for each of them would make synthesis slow.
 *
 * @internal
 */
export function judgeAtSynthesis(construct: IConstruct, judge: Judge): void {
  const stack = TerraformStack.of(construct);
  const judges = judgesOf.get(stack);
  if (judges) {
    judges.push([construct, judge]);
    return;
  }
  const first: [IConstruct, Judge][] = [[construct, judge]];
  judgesOf.set(stack, first);
  stack.node.addValidation({
    validate: () => {
      const values = new StackValues(stack);
      return first
        .filter(([judged]) => values.has(judged))
        .flatMap(([judged, find]) => find(values).map((fault) => faultText(judged.node.path, fault)));
    },
  });
}
