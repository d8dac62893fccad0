import type { HttpRequest } from "../requests/request.js";
import { classifyName } from "../vocabulary/names.js";
import {
  blend,
  known,
  literal,
  requestsOf,
  sketch,
  split,
  unknown,
  type Piece,
  type Reference,
  type Text,
} from "../values/text.js";
import { notice, type Streams } from "../program/outcome.js";
import { cut, trimEnd } from "./expansion.js";
import type { Shell } from "./shell.js";
import type { TestExpression, Word, WordPart } from "./syntax.js";

/** A variable of the shell; an array keeps its items apart. */
export interface Variable {
  readonly items: readonly Text[];
  readonly array: boolean;
}

export const scalar = (text: Text): Variable => ({ items: [text], array: false });

type Expansion = Extract<WordPart, { type: "ParameterExpansion" }>;

/** Expands words as a shell does, into texts of which parts may be unknown. */
export class Words {
  /** Requests that the status of the last command substitution tells of. */
  public substituted: HttpRequest[] = [];

  public constructor(
    private readonly shell: Shell,
    private readonly streams: Streams,
  ) {}

  /** One word as one text: no splitting, as in an assignment. */
  public text(word: Word | undefined): Text {
    if (word === undefined) return [];
    const { composition } = this.shell;
    if (word.parts === undefined) return composition.pieces(word.value, composition.place(word.pos));
    return word.parts.flatMap((part) => this.part(part, false));
  }

  /** One word as the arguments that it becomes: arrays and unquoted variables may become several. */
  public fields(word: Word): Text[] {
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
        : items.map((item) => item.map((piece) => this.expanded(piece, inner.parameter)));
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
    if (!unquoted || !/\s/.test(sketch(whole).trim())) return unquoted && known(whole) === "" ? [] : [whole];
    return split(whole, /\s+/g).filter((field) => field.length > 0);
  }

  public heredoc(parts: readonly WordPart[] | undefined, text: string, at: number): Text {
    const { composition } = this.shell;
    return parts === undefined
      ? composition.pieces(text, composition.place(at))
      : parts.flatMap((part) => this.part(part, true));
  }

  private part(part: WordPart, quoted: boolean): Text {
    const { composition } = this.shell;
    switch (part.type) {
      case "Literal":
        return composition.pieces(quoted ? part.value : part.value, composition.place(part.pos));
      case "SingleQuoted":
      case "AnsiCQuoted":
        return composition.pieces(part.value, composition.place(part.pos));
      case "DoubleQuoted":
      case "LocaleString":
        return part.parts.length === 0
          ? [literal("", composition.place(part.pos))]
          : part.parts.flatMap((child) => this.part(child, true));
      case "SimpleExpansion":
        return this.variable(part.text.slice(1));
      case "ParameterExpansion":
        return this.parameter(part);
      case "CommandExpansion":
        return this.substitution(part.script);
      case "ProcessSubstitution": {
        if (part.script === undefined) return [unknown()];
        // The program sees a file name; what it reads there is the command's output.
        const name = `/dev/fd/${String(this.shell.facts.written.size + 63)}`;
        this.shell.facts.written.set(
          name,
          this.shell.substitute(part.script, { ...this.streams, stdin: undefined }).text,
        );
        return [literal(name)];
      }
      case "ArithmeticExpansion":
        return [unknown({ encoded: true })];
      case "Glob":
        return composition.pieces(part.text);
      case "ExtendedGlob":
      case "BraceExpansion":
        return composition.pieces(part.text);
    }
  }

  private substitution(script: Extract<WordPart, { type: "CommandExpansion" }>["script"]): Text {
    if (script === undefined) return [unknown()];
    // `$(<file)` reads the file.
    const only = script.commands.length === 1 ? script.commands[0]?.command : undefined;
    if (
      only?.type === "Command" &&
      only.name === undefined &&
      only.prefix.length === 1 &&
      only.prefix[0]?.type === "Redirect"
    ) {
      const path = this.text(only.prefix[0].target);
      if (known(path) === "/dev/stdin") return this.streams.stdin ?? [unknown()];
      return this.shell.readFile(path) ?? [unknown()];
    }
    const { text, outcome } = this.shell.substitute(script, this.streams);
    this.substituted = [...outcome.carries, ...outcome.exempt];
    return trimEnd(text);
  }

  /** The value of `$name`; one that the script does not set comes from outside, and its name tells what it is. */
  public variable(name: string): Text {
    if (name === "?")
      return blend(
        [...this.shell.last.carries, ...this.shell.last.exempt].map((request) =>
          unknown({ nature: "status", from: [request] }),
        ),
      );
    if (name === "@" || name === "*")
      return (this.shell.variables.get("@")?.items ?? []).flatMap((item, i) =>
        i > 0 ? [literal(" "), ...item] : [...item],
      );
    const value = this.shell.variable(name);
    if (value !== undefined) return value.map((piece) => this.expanded(piece, name));
    return [this.expanded(unknown(this.shell.natureOf(name)), name)];
  }

  private expanded(piece: Piece, name: string): Piece {
    const ref: Reference = { scope: "shell", address: name };
    return { ...piece, expanded: true, refs: [...piece.refs, ref] };
  }

  private parameter(part: Expansion): Text {
    const { parameter: name, operation } = part;
    if (part.prefix === "#") return [unknown({ encoded: true })];
    if (part.prefix === "!" && this.shell.variables.has(name)) {
      const target = known(this.shell.variable(name) ?? []);
      return target === undefined ? [unknown()] : this.variable(target);
    }
    const value = part.index ? this.element(name, part.index) : this.variable(name);
    if (operation === undefined) return value;
    if (operation.type === "Default") {
      const outside = !this.shell.variables.has(name);
      const empty = !outside && known(value) === "";
      const operand = (): Text => this.text(operation.operand);
      if (operation.operator.endsWith("?")) notice(requestsOf(value) as HttpRequest[]);
      else if (operation.operator.endsWith("+")) return empty ? [] : operand();
      else if (outside || empty) {
        const fallback = operand();
        if (outside && (fallback.length === 0 || known(fallback) === "")) return value;
        return fallback.map((piece) => ({
          ...piece,
          assumed: true,
          refs: [...piece.refs, { scope: "shell", address: name }],
        }));
      }
      return value;
    }
    if (operation.type === "Transform" || operation.type === "CaseModification")
      return value.map((piece) => ({ ...piece }));
    if (operation.type === "Replace" || operation.type === "Remove" || operation.type === "Slice")
      return cut(value, operation);
    return blend(value);
  }

  private element(name: string, index: Word): Text {
    const items = this.shell.variables.get(name)?.items;
    if (name === "BASH_SOURCE") return this.variable("0");
    if (items === undefined) return this.variable(name);
    const item = items[Number(index.value)];
    return (item ?? blend(items.flat())).map((piece) => this.expanded(piece, name));
  }

  /** `[[ ... ]]`: the requests whose answers it looks at. */
  public test(expression: TestExpression): HttpRequest[] {
    switch (expression.type) {
      case "TestUnary":
        return this.lookedAt([expression.operand], expression.operator);
      case "TestBinary":
        return this.lookedAt([expression.left, expression.right], expression.operator);
      case "TestLogical":
        return expression.operands.flatMap((operand) => this.test(operand));
      case "TestNot":
        return this.test(expression.operand);
      case "TestGroup":
        return this.test(expression.expression);
    }
  }

  private lookedAt(words: readonly Word[], operator: string): HttpRequest[] {
    const texts = words.map((word) => this.text(word));
    const files = /^-[sfer]$/.test(operator)
      ? texts.flatMap((text) => requestsOf(this.shell.readFile(text) ?? []))
      : [];
    return [...texts.flatMap(requestsOf), ...files] as HttpRequest[];
  }
}

/** What the name of a variable tells of a value whose origin is not known. */
export function natureByName(name: string, further: readonly string[]): Pick<Piece, "nature"> {
  const type = classifyName(name, further);
  return type === undefined ? {} : { nature: type === "token" ? "token" : "secret" };
}
