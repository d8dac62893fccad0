import {
  propagate,
  concrete,
  literal,
  requestsOf,
  sketch,
  split,
  hole,
  type Fragment,
  type Origin,
  type SymbolicString,
  type Asked,
} from "../values/symbolic-string.js";
import { markFailureChecked } from "../program/exit-status.js";
import type { Streams } from "../program/streams.js";
import { cut, trimEnd } from "./expansion.js";
import type { ShellState } from "./shell-state.js";
import type { TestExpression, Word, WordPart } from "./syntax.js";

type Expansion = Extract<WordPart, { type: "ParameterExpansion" }>;

/** Expands words as a shell does, into texts of which parts may be unknown. */
export class Words {
  /** Requests that the status of the last command substitution tells of. */
  public substituted: Asked[] = [];

  public constructor(
    private readonly shell: ShellState,
    private readonly streams: Streams,
  ) {}

  /** One word as one text: no splitting, as in an assignment. */
  public text(word: Word | undefined): SymbolicString {
    if (word === undefined) return [];
    const { source } = this.shell;
    if (word.parts === undefined) return source.fragments(word.value, source.place(word.pos));
    return this.shell.paid(word.parts.flatMap((part) => this.part(part, false)));
  }

  /** One word as the arguments that it becomes: arrays and unquoted variables may become several. */
  public fields(word: Word): SymbolicString[] {
    const parts = word.parts;
    const only = parts?.length === 1 ? parts[0] : undefined;
    const inner = only?.type === "DoubleQuoted" && only.parts.length === 1 ? only.parts[0] : only;
    if (
      inner?.type === "ParameterExpansion" &&
      inner.index !== undefined &&
      /^[@*]$/.test(inner.index.value) &&
      inner.prefix === undefined
    ) {
      const items = this.shell.variables.get(inner.parameter)?.items;
      return items === undefined
        ? [this.text(word)]
        : items.map((item) => item.map((fragment) => this.expanded(fragment, inner.parameter)));
    }
    if (
      inner &&
      (inner.type === "SimpleExpansion" || inner.type === "ParameterExpansion") &&
      /^\$\{?[@*]\}?$/.test(inner.text)
    ) {
      const items = this.shell.variables.get("@")?.items;
      if (items) return [...items];
    }
    const whole = this.text(word);
    const unquoted =
      only?.type === "SimpleExpansion" || only?.type === "ParameterExpansion" || only?.type === "CommandExpansion";
    if (!unquoted || !/\s/.test(sketch(whole).trim())) return unquoted && concrete(whole) === "" ? [] : [whole];
    return split(whole, /\s+/g).filter((field) => field.length > 0);
  }

  public heredoc(parts: readonly WordPart[] | undefined, text: string, at: number): SymbolicString {
    const { source } = this.shell;
    return parts === undefined
      ? source.fragments(text, source.place(at))
      : parts.flatMap((part) => this.part(part, true));
  }

  private part(part: WordPart, quoted: boolean): SymbolicString {
    const { source } = this.shell;
    switch (part.type) {
      case "Literal":
        return source.fragments(quoted ? part.value : part.value, source.place(part.pos));
      case "SingleQuoted":
      case "AnsiCQuoted":
        return source.fragments(part.value, source.place(part.pos));
      case "DoubleQuoted":
      case "LocaleString":
        return part.parts.length === 0
          ? [literal("", source.place(part.pos))]
          : part.parts.flatMap((child) => this.part(child, true));
      case "SimpleExpansion":
        return this.variable(part.text.slice(1));
      case "ParameterExpansion":
        return this.parameter(part);
      case "CommandExpansion":
        return this.substitution(part.script);
      case "ProcessSubstitution": {
        if (part.script === undefined) return [hole()];
        // The program sees a file name; what it reads there is the command's output.
        const name = `/dev/fd/${String(this.shell.effects.written.size + 63)}`;
        this.shell.effects.written.set(
          name,
          this.shell.substitute(part.script, { ...this.streams, stdin: undefined }).text,
        );
        return [literal(name)];
      }
      case "ArithmeticExpansion":
        return [hole({ encoded: true })];
      case "Glob":
        return source.fragments(part.text);
      case "ExtendedGlob":
      case "BraceExpansion":
        return source.fragments(part.text);
    }
  }

  private substitution(script: Extract<WordPart, { type: "CommandExpansion" }>["script"]): SymbolicString {
    if (script === undefined) return [hole()];
    // `$(<file)` reads the file.
    const only = script.commands.length === 1 ? script.commands[0]?.command : undefined;
    if (
      only?.type === "Command" &&
      only.name === undefined &&
      only.prefix.length === 1 &&
      only.prefix[0]?.type === "Redirect"
    ) {
      const path = this.text(only.prefix[0].target);
      if (concrete(path) === "/dev/stdin") return this.streams.stdin ?? [hole()];
      return this.shell.readFile(path) ?? [hole()];
    }
    const { text, outcome } = this.shell.substitute(script, this.streams);
    this.substituted = [...outcome.failsWith, ...outcome.exempt];
    return trimEnd(text);
  }

  /** The value of `$name`; one that the script does not set comes from outside, and its name tells what it is. */
  public variable(name: string): SymbolicString {
    if (name === "?")
      return propagate(
        [...this.shell.lastStatus.failsWith, ...this.shell.lastStatus.exempt].map((request) =>
          hole({ taint: "status", requests: [request] }),
        ),
      );
    if (name === "@" || name === "*")
      return (this.shell.variables.get("@")?.items ?? []).flatMap((item, i) =>
        i > 0 ? [literal(" "), ...item] : [...item],
      );
    const value = this.shell.variable(name);
    if (value !== undefined) return value.map((fragment) => this.expanded(fragment, name));
    return [this.expanded(hole(this.shell.taintOf(name)), name)];
  }

  private expanded(fragment: Fragment, name: string): Fragment {
    const origin: Origin = { scope: "shell", address: name };
    return { ...fragment, expanded: true, provenance: [...fragment.provenance, origin] };
  }

  private parameter(part: Expansion): SymbolicString {
    const { parameter: name, operation } = part;
    if (part.prefix === "#") return [hole({ encoded: true, taint: "field" })];
    if (part.prefix === "!" && this.shell.variables.has(name)) {
      const target = concrete(this.shell.variable(name) ?? []);
      return target === undefined ? [hole()] : this.variable(target);
    }
    const value = part.index ? this.element(name, part.index) : this.variable(name);
    if (operation === undefined) return value;
    if (operation.type === "Default") {
      const outside = !this.shell.variables.has(name);
      const empty = !outside && concrete(value) === "";
      const operand = (): SymbolicString => this.text(operation.operand);
      if (operation.operator.endsWith("?")) markFailureChecked(requestsOf(value));
      else if (operation.operator.endsWith("+")) return empty ? [] : operand();
      else if (outside || empty) {
        const fallback = operand();
        if (outside && (fallback.length === 0 || concrete(fallback) === "")) return value;
        return fallback.map((fragment) => ({
          ...fragment,
          assumed: true,
          provenance: [...fragment.provenance, { scope: "shell", address: name }],
        }));
      }
      return value;
    }
    if (operation.type === "Transform" || operation.type === "CaseModification")
      return value.map((fragment) => ({ ...fragment }));
    if (operation.type === "Replace" || operation.type === "Remove" || operation.type === "Slice")
      return cut(value, operation);
    return propagate(value);
  }

  private element(name: string, index: Word): SymbolicString {
    const items = this.shell.variables.get(name)?.items;
    if (name === "BASH_SOURCE") return this.variable("0");
    if (items === undefined) return this.variable(name);
    const item = items[Number(index.value)];
    return (item ?? propagate(items.flat())).map((fragment) => this.expanded(fragment, name));
  }

  /** `[[ ... ]]`: the requests whose answers it looks at. */
  public requestsTested(expression: TestExpression): Asked[] {
    switch (expression.type) {
      case "TestUnary":
        return this.lookedAt([expression.operand], expression.operator);
      case "TestBinary":
        return this.lookedAt([expression.left, expression.right], expression.operator);
      case "TestLogical":
        return expression.operands.flatMap((operand) => this.requestsTested(operand));
      case "TestNot":
        return this.requestsTested(expression.operand);
      case "TestGroup":
        return this.requestsTested(expression.expression);
    }
  }

  private lookedAt(words: readonly Word[], operator: string): Asked[] {
    const texts = words.map((word) => this.text(word));
    const files = /^-[sfer]$/.test(operator)
      ? texts.flatMap((text) => requestsOf(this.shell.readFile(text) ?? []))
      : [];
    return [...texts.flatMap(requestsOf), ...files];
  }
}
