import { constructsOf, isElement, type Element, type Stack } from "./kinds.js";
import type { IConstruct } from "constructs";

/**
 * The addresses of the blocks that an element makes, such as `variable.secret`. CDKTF writes construct paths into the
 * JSON of resources, data sources and modules alone; for the others this tells what belongs to which construct.
 */
export function addressesOf(element: Element): string[] {
  return Object.entries(element.toTerraform()).flatMap(([type, labelled]: [string, unknown]) => {
    const names = Object.keys(isObject(labelled) ? labelled : {});
    if (type === "variable" || type === "output" || type === "module") return names.map((name) => `${type}.${name}`);
    if (type === "locals") return names.map((name) => `local.${name}`);
    return [];
  });
}

/** The addresses below a construct whose blocks carry no construct path. */
export function addressesBelow(stack: Stack, construct: IConstruct): string[] {
  return constructsOf(stack, construct).filter(isElement).flatMap(addressesOf).sort();
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;
