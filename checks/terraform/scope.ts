import type { Budget } from "./budget.js";
import type { Attribute, Block, Directory } from "../configuration/configuration.js";
import type { Expression } from "../configuration/expressions/expression.js";
import type { Place, SourceFile } from "../configuration/place.js";
import type { Origin } from "../values/symbolic-string.js";
import type { Vocabulary } from "../vocabulary/vocabulary.js";
import type { SymbolicValue } from "../values/symbolic-value.js";

/** What resolution may look at beyond the module itself. */
export interface Workspace {
  /** A folder of configuration within the repository. */
  directory(path: string): Directory | undefined;
  /** A script, template or body beside the configuration. */
  file(path: string): SourceFile | undefined;
  /** What looking may cost. */
  readonly budget: Budget;
  readonly vocabulary: Vocabulary;
  /**
   * Takes the first of two values that may hold, or of several instances; the second time, when `other` is set, the other. `forked` tells
   * whether there was any choice.
   */
  readonly choice: { other: boolean; forked: boolean };
}

/** A module as the expressions in it see it. */
export interface ModuleScope {
  readonly directory: Directory;
  readonly workspace: Workspace;
  readonly root: ModuleScope;
  /** Something in this module that a value came through. */
  origin(address: string): Origin;
  attribute(attribute: Attribute | undefined, block?: Block): SymbolicValue | undefined;
  /** `var.name`, and what the calling module gives for it. */
  variable(name: string): SymbolicValue;
  local(name: string): SymbolicValue | undefined;
  /** A module of the same repository, called by this one. */
  child(name: string): ModuleScope | undefined;
  output(name: string): SymbolicValue | undefined;
  /** An attribute of a resource or data source, as far as the configuration itself gives it. */
  resource(address: string, path: readonly string[], scope: Scope): SymbolicValue;
  /** The value of a template that is read from a file, or from a text. */
  evaluate(expression: Expression, scope: Scope): SymbolicValue;
}

export interface Scope {
  readonly module: ModuleScope;
  /** Where the expression stands; offsets in it are offsets in the same file. */
  readonly place: Place;
  readonly block: Block | undefined;
  /** Names of `for` expressions and of `templatefile`'s variables. */
  readonly bindings: ReadonlyMap<string, SymbolicValue>;
}
