/** What matters of a program of Python or JavaScript: the parser of each language gives it, one reader reads it. */
export interface ProgramSyntax {
  readonly body: readonly Statement[];
  /** Names that something in the program calls. */
  readonly called: ReadonlySet<string>;
  /** The program's text with blanks in place of its comments. */
  readonly code: string;
  /** Whether something of it was left out for its depth. */
  readonly wasTooDeep: boolean;
}

/** Written characters of a string, with their escapes, or an expression that its language puts in there. */
export type StringPart =
  | { readonly kind: "characters"; readonly text: string; readonly at: number }
  | { readonly kind: "expression"; readonly expression: Expression };

export interface ArgumentSyntax {
  /** A name, or `**` for all members of an object. */
  readonly name?: string | undefined;
  readonly value: Expression;
}

export interface EntrySyntax {
  /** Undefined for `...rest` and `**rest`. */
  readonly key: Expression | undefined;
  readonly value: Expression;
}

export interface ParameterSyntax {
  readonly target: Expression;
  readonly fallback: Expression | undefined;
  /** `*args` and `**kwargs`, `...rest`: takes all that is left. */
  readonly rest: boolean;
}

export interface FunctionSyntax {
  readonly name: string;
  readonly parameters: readonly ParameterSyntax[];
  readonly body: readonly Statement[];
  /** `arrow` has no `this` of its own; `property` is called by naming it. */
  readonly kind: "function" | "arrow" | "static" | "property";
}

export interface ClassSyntax {
  readonly name: string;
  readonly bases: readonly Expression[];
  readonly methods: readonly FunctionSyntax[];
  readonly fields: readonly { readonly name: string; readonly value: Expression }[];
}

export type Expression = { readonly at: number } & (
  | { readonly kind: "string"; readonly parts: readonly StringPart[] }
  /** A number, a truth value, nothing. */
  | { readonly kind: "constant"; readonly text: string }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "member"; readonly of: Expression; readonly name: string }
  | { readonly kind: "index"; readonly of: Expression; readonly index: Expression | undefined }
  | { readonly kind: "call"; readonly callee: Expression; readonly args: readonly ArgumentSyntax[] }
  | { readonly kind: "operation"; readonly operator: string; readonly left: Expression; readonly right: Expression }
  | {
      readonly kind: "choice";
      readonly condition: Expression;
      readonly then: Expression;
      readonly otherwise: Expression;
    }
  | { readonly kind: "object"; readonly entries: readonly EntrySyntax[] }
  | { readonly kind: "list"; readonly items: readonly ArgumentSyntax[] }
  | { readonly kind: "function"; readonly definition: FunctionSyntax }
  | { readonly kind: "class"; readonly definition: ClassSyntax }
  | { readonly kind: "assignment"; readonly target: Expression; readonly operator: string; readonly value: Expression }
  /** `[item for target in over]` */
  | { readonly kind: "each"; readonly target: Expression; readonly over: Expression; readonly item: Expression }
  /** A module that is loaded, by the path that the program writes. */
  | { readonly kind: "module"; readonly path: string }
  /** Not understood; its parts are read for what they do. */
  | { readonly kind: "parts"; readonly parts: readonly Expression[] }
);

export type Statement =
  | { readonly kind: "expression"; readonly expression: Expression }
  /** Variables of the block itself, in distinction to an assignment to one outside. */
  | { readonly kind: "declaration"; readonly target: Expression; readonly value: Expression }
  | { readonly kind: "function"; readonly definition: FunctionSyntax }
  | { readonly kind: "class"; readonly definition: ClassSyntax }
  /** `if`, `while`, `switch`, `assert`: something is looked at; every branch is taken. */
  | { readonly kind: "look"; readonly condition: Expression; readonly branches: readonly Statement[] }
  | { readonly kind: "block"; readonly body: readonly Statement[] }
  | {
      readonly kind: "each";
      readonly target: Expression;
      readonly over: Expression;
      readonly body: readonly Statement[];
    }
  | { readonly kind: "return"; readonly value: Expression | undefined }
  | { readonly kind: "global"; readonly names: readonly string[] }
  /** `from module import name as local`; a whole module where there is no name. */
  | { readonly kind: "import"; readonly path: string; readonly name: string | undefined; readonly local: string };
