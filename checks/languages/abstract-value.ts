import type { Place } from "../configuration/place.js";
import type { ProgramHost } from "../program/language.js";
import { answerMember } from "../vocabulary/answer-members.js";
import type { HttpRequest } from "../requests/request.js";
import { hole, propagate, requestsOf, type Asked, type SymbolicString } from "../values/symbolic-string.js";
import {
  constantValue,
  fragmentsOf,
  isNull,
  stringValue,
  valueAt,
  type SymbolicValue,
} from "../values/symbolic-value.js";

/** What an expression of a program gives: a value as far as it is known, and the dotted name by which it was called. */
export interface AbstractValue {
  readonly content: SymbolicValue;
  readonly qualifiedName?: string | undefined;
  /** A request that is made, or being prepared, with what the value says. */
  readonly request?: HttpRequest | undefined;
  /** What it is a member of: the object of a method. */
  readonly receiver?: AbstractValue | undefined;
  /** The path of the file that it is a handle of. */
  readonly path?: SymbolicString | undefined;
  /** A library or a part of one, which goes by its own name whatever the program calls it. */
  readonly isLibrary?: boolean | undefined;
  /** What calling it does, where the program itself says it. */
  readonly callable?: Callable | undefined;
  /** Of a class: what its instances are called, where they are clients of a library. */
  readonly instanceName?: string | undefined;
  /** What an instance, a class, a module or an object holds besides plain values; assignments change it. */
  readonly members?: Map<string, AbstractValue> | undefined;
  /** Of PowerShell: a statement that gives it prints nothing, as it is nothing, or what an unknown command gives. */
  readonly unprinted?: true;
  /** Where a script that was started gives it. */
  readonly givenAt?: Place | undefined;
}

/** A function, method or class of the program. */
export interface Callable {
  readonly parameters: readonly string[];
  /** Called by naming it. */
  readonly isProperty: boolean;
  call(args: readonly Argument[], receiver: AbstractValue | undefined): AbstractValue;
}

export const abstractValue = (value: SymbolicValue, symbol?: string): AbstractValue => ({
  content: value,
  qualifiedName: symbol,
});
export const unprinted = (content: SymbolicValue): AbstractValue => ({ content, unprinted: true });
/** What a statement gives that gives nothing. */
export const NOTHING: AbstractValue = unprinted(stringValue([]));
export const unknownResult = (): AbstractValue => ({ content: stringValue([hole()]) });
export const stringResult = (fragments: SymbolicString): AbstractValue => ({ content: stringValue(fragments) });
export const wordResult = (characters: string): AbstractValue => ({ content: constantValue(characters) });

/** Of several results of a function, the one that matters to a request. */
export function mostTelling(results: readonly AbstractValue[]): AbstractValue | undefined {
  const known = results.filter(({ content }) => !isNull(content));
  return known.filter(({ content }) => requestsIn(content).length > 0).at(-1) ?? known.at(-1) ?? results.at(-1);
}

/** A named argument of a call has a name, the others have their place. */
export interface Argument {
  readonly name?: string | undefined;
  readonly value: AbstractValue;
}

export const positionalArgument = (args: readonly Argument[], index: number): AbstractValue | undefined =>
  args.filter((arg) => arg.name === undefined)[index]?.value;
export const keywordArgument = (args: readonly Argument[], ...names: string[]): AbstractValue | undefined =>
  args.find((arg) => arg.name !== undefined && names.includes(arg.name))?.value;

export const requestsIn = (value: SymbolicValue): Asked[] => requestsOf(fragmentsOf(value));

/** A member of a value: a field of an object, of an answer, or of something unknown with a telling name. */
export function memberOf(of: AbstractValue, name: string, taintOf: ProgramHost["taintOf"]): SymbolicValue {
  const found = valueAt(of.content, [name]) ?? insensitive(of.content, name);
  if (found) return found;
  const fragments = fragmentsOf(of.content);
  const answer = fragments.some((fragment) => fragment.taint === "response");
  const member = answer ? answerMember(name) : undefined;
  if (member === "status") return stringValue(propagate(fragments, { taint: "status" }));
  if (member === "answer") return of.content;
  const { taint } = taintOf(name);
  if (answer || fragments.some((fragment) => fragment.taint === "token"))
    return stringValue(propagate(fragments, { taint: taint === undefined ? "field" : "token" }));
  const provenance = fragments.flatMap((fragment) => fragment.provenance);
  return stringValue([hole({ provenance, ...(taint && { taint }) })]);
}

/** PowerShell does not mind the case of names. */
function insensitive(value: SymbolicValue, name: string): SymbolicValue | undefined {
  if (value.kind !== "object") return undefined;
  return [...value.entries].find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
}
