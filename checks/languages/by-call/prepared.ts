import type { HttpRequest } from "../../requests/request.js";
import { hole } from "../../values/symbolic-string.js";
import { stringValue, type SymbolicValue } from "../../values/symbolic-value.js";
import type { AbstractValue } from "../abstract-value.js";
import type { Parts } from "./parts.js";

/** What is known of the members of a client, a request that is prepared, or a form. */
const KINDS = new WeakMap<object, "client" | "request" | "form">();
const SENT = new WeakMap<object, HttpRequest>();

export function prepared(
  kind: "client" | "request" | "form",
  qualifiedName: string,
  parts: ReadonlyMap<string, SymbolicValue>,
): AbstractValue {
  const members = new Map<string, AbstractValue>();
  for (const [name, content] of parts) members.set(name, { content });
  if (kind !== "form")
    for (const name of ["headers", "Header"]) {
      const given = parts.get(name);
      members.set(name, prepared("form", name, given?.kind === "object" ? given.entries : new Map()));
    }
  KINDS.set(members, kind);
  return { content: stringValue([hole()]), members, qualifiedName };
}

export const kindOf = (value: AbstractValue | undefined): "client" | "request" | "form" | undefined =>
  value?.members && KINDS.get(value.members);

/** The client or request that a value is, or is a member of. */
export function ownerOf(value: AbstractValue | undefined): AbstractValue | undefined {
  for (let at = value; at; at = at.receiver) {
    const kind = kindOf(at);
    if (kind === "client" || kind === "request") return at;
  }
  return undefined;
}

/** A value with what its members make of it. */
export function wholeOf(value: AbstractValue): SymbolicValue {
  if (!value.members || !KINDS.has(value.members)) return value.content;
  return { kind: "object", entries: partsOf(value) };
}

export function partsOf(value: AbstractValue | undefined): Parts & Map<string, SymbolicValue> {
  const parts = new Map<string, SymbolicValue>();
  for (const [name, member] of value?.members ?? []) {
    const content = wholeOf(member);
    const isEmpty = content.kind === "object" && content.entries.size === 0 && kindOf(member) === "form";
    if (!isEmpty) parts.set(name, content);
  }
  return parts;
}

export const sentWith = (value: AbstractValue | undefined): HttpRequest | undefined =>
  value?.members && SENT.get(value.members);
export function noteSent(value: AbstractValue, request: HttpRequest | undefined): void {
  if (value.members && request) SENT.set(value.members, request);
}
