import { hole } from "../../values/symbolic-string.js";
import { stringValue } from "../../values/symbolic-value.js";
import { abstractValue, NOTHING, type AbstractValue, type Argument } from "../abstract-value.js";
import { clientOf } from "../request-shape.js";

/** A library's class for clients, as a base: what an instance is made with, or is set on it, holds for its requests. */
export function clientClass(constructorName: string, instanceName: string): AbstractValue {
  const call = (args: readonly Argument[], receiver: AbstractValue | undefined): AbstractValue => {
    const settings = clientOf(args);
    if (settings.kind === "object")
      for (const [name, value] of settings.entries) receiver?.members?.set(name, abstractValue(value));
    return NOTHING;
  };
  const construct: AbstractValue = {
    content: stringValue([hole()]),
    callable: { parameters: [], isProperty: false, call },
  };
  return { content: stringValue([hole()]), members: new Map([[constructorName, construct]]), instanceName };
}

/** `super().method(...)` and `super(...)`: what the base class has, for the same instance. */
export function superOf(
  base: AbstractValue | undefined,
  constructorName: string,
  receiver: () => AbstractValue,
): AbstractValue | undefined {
  if (!base?.members) return undefined;
  const members = new Map<string, AbstractValue>();
  for (const [name, member] of base.members) {
    const { callable } = member;
    members.set(
      name,
      callable ? { ...member, callable: { ...callable, call: (args) => callable.call(args, receiver()) } } : member,
    );
  }
  const parent: AbstractValue = { content: stringValue([hole()]), members };
  const call = (args: readonly Argument[]): AbstractValue => {
    members.get(constructorName)?.callable?.call(args, receiver());
    return parent;
  };
  return { ...parent, callable: { parameters: [], isProperty: false, call } };
}
