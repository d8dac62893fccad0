import type { IConstruct } from "constructs";
import { acknowledgementFaults } from "../options/acknowledgement-faults.js";
import type { Acknowledgement } from "../options/options.js";
import { addressesBelow } from "./addresses.js";
import { isApp, stackOf, stacksOf, type Stack } from "./kinds.js";

/** What is in the `//` of a stack's JSON. */
interface Entry extends Acknowledgement {
  readonly path: string;
  readonly construct: IConstruct;
}

const entries = new WeakMap<Stack, Entry[]>();

/**
 * Accepts the findings of one rule in a construct and all below it.
 *
 * @throws if the rule is not known, there is no reason, or the date is not valid
 */
export function acknowledge(construct: IConstruct, acknowledgement: Acknowledgement): void {
  const faults = acknowledgementFaults(acknowledgement);
  const name = construct.node.path || "the app";
  if (faults.length > 0) throw new Error(`The acknowledgement for ${name} cannot be used: ${faults.join("; ")}`);
  const own = stackOf(construct);
  const stacks = [...(own ? [own] : []), ...stacksOf(construct).filter((stack) => stack !== own)];
  if (stacks.length === 0)
    throw new Error(
      `${name} has no stack to which the acknowledgement of ${acknowledgement.id} could be written. ${LATER}`,
    );
  for (const stack of stacks) write(stack, construct, acknowledgement);
  if (!own) forbidLaterStacks(construct, acknowledgement, new Set(stacks));
}

const LATER = "Call AccessTokenChecks.acknowledge after its stacks are made.";

function write(stack: Stack, construct: IConstruct, { id, reason, until }: Acknowledgement): void {
  const known = entries.get(stack);
  const list = known ?? [];
  list.push({ id, reason, ...(until !== undefined && { until }), path: construct.node.path, construct });
  if (known) return;
  entries.set(stack, list);
  // Resolved when the stack is written, as children may be added until then.
  stack.addOverride("//.acknowledgements", {
    creationStack: [],
    resolve: () =>
      list.map(({ construct: of, ...entry }) => ({
        ...entry,
        addresses: addressesBelow(stack, of),
      })),
    toString: () => "acknowledgements",
  });
}

/** A stack that is made later would not carry the acknowledgement, and nobody would notice. */
function forbidLaterStacks(construct: IConstruct, { id }: Acknowledgement, reached: ReadonlySet<Stack>): void {
  const root = construct.node.scopes.find(isApp) ?? construct;
  root.node.addValidation({
    validate: () =>
      stacksOf(construct)
        .filter((stack) => !reached.has(stack))
        .map(
          (stack) =>
            `The acknowledgement of ${id} for ${construct.node.path || "the app"} was made before the stack ${stack.node.path} and is not in it. ${LATER}`,
        ),
  });
}
