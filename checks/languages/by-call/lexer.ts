import type { Dialect } from "./dialect.js";
import { heredocAt, readHeredoc, type Heredoc } from "./heredocs.js";
import { closingOf, endOfText, piecesOf } from "./texts.js";
import { endsOperand, type Token } from "./tokens.js";

/** Characters for private use mark what Terraform writes into a program. */
const NAME = /[\w\uE000\uE001]+(?:::\w+)*[?!]?/y;
const NUMBER = /\d[\w.]*/y;
const MARKS =
  /\?->|<=>|===|!==|\*\*=|\|\|=|&&=|\?\?=|\/\/=|<<=|\.\.\.|->|=>|::|:=|\+=|-=|\.=|\*=|==|!=|<=|>=|=~|!~|&&|\|\||\?\?|&\.|<<|\+\+|--|\*\*|<-|\/\/|\.\.|[^\s\w]/y;
const QUOTING = /(?:%[qQwWiIxr]?(?=[([{<|!/])|(?:q|qq|qw|qx|qr|m|s|tr|y)(?=\s{0,3}[([{<|!/#,]))/y;

/** Longer than any pattern between slashes. */
const MAX_PATTERN = 500;

/** The tokens of a program, and its text with blanks in place of comments. */
export class Lexer {
  public readonly tokens: Token[] = [];
  public readonly comments: (readonly [start: number, end: number])[] = [];
  private at = 0;
  private spaced = false;
  private heredocs: Heredoc[] = [];

  public constructor(
    private readonly dialect: Dialect,
    private readonly source: string,
    /** Where the source stands in the whole program. */
    private readonly offset = 0,
  ) {
    if (dialect.name === "php" && offset === 0 && source.includes("<?")) this.skipOutside();
    while (this.at < source.length) this.next();
    this.push("end", "", source.length);
  }

  private push(kind: Token["kind"], text: string, at: number, more: Partial<Token> = {}): void {
    this.tokens.push({ kind, text, at: at + this.offset, spaced: this.spaced, ...more });
    this.spaced = false;
  }

  private matched(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    return pattern.exec(this.source)?.[0];
  }

  private next(): void {
    const character = this.source[this.at] ?? "";
    if (character === "\n") this.line();
    else if (/\s/.test(character)) {
      this.spaced = true;
      this.at++;
    } else if (!this.comment()) this.word(character);
  }

  /** Here-documents begin with the line after the one that announces them. */
  private line(): void {
    if (this.dialect.endsWithLine) this.push("line", "\n", this.at);
    this.spaced = true;
    this.at++;
    for (const heredoc of this.heredocs) this.at = readHeredoc(this.dialect, this.source, this.at, heredoc);
    this.heredocs = [];
    const { name } = this.dialect;
    if ((name === "ruby" || name === "perl") && this.source[this.at] === "=") {
      if (!/[a-z]/.test(this.source[this.at + 1] ?? "")) return;
      const end = this.source.indexOf(name === "ruby" ? "\n=end" : "\n=cut", this.at);
      this.skipComment(end < 0 ? this.source.length : end + 5);
    } else if (name !== "php" && name !== "go" && /^__(?:END|DATA)__\b/.test(this.source.slice(this.at, this.at + 9)))
      this.skipComment(this.source.length);
  }

  private comment(): boolean {
    const { source, at, dialect } = this;
    if (dialect.blockComments && source.startsWith("/*", at)) {
      const end = source.indexOf("*/", at + 2);
      this.skipComment(end < 0 ? source.length : end + 2);
      return true;
    }
    if (dialect.name === "php" && source.startsWith("?>", at)) {
      this.push("mark", ";", at);
      this.skipOutside();
      return true;
    }
    if (!dialect.comments.some((mark) => source.startsWith(mark, at)) || source.startsWith("#[", at)) return false;
    const end = source.indexOf("\n", at);
    this.skipComment(end < 0 ? source.length : end);
    return true;
  }

  private skipComment(end: number): void {
    this.comments.push([this.at + this.offset, end + this.offset]);
    this.at = end;
  }

  /** What stands outside of `<?php … ?>` is printed as it is. */
  private skipOutside(): void {
    const opening = this.source.indexOf("<?", this.at);
    const end = opening < 0 ? this.source.length : opening + (this.source.startsWith("<?php", opening) ? 5 : 2);
    this.skipComment(end);
  }

  private word(character: string): void {
    const before = this.tokens.at(-1);
    if (this.quoted(character, before)) return;
    const { at, dialect } = this;
    if (dialect.sigils.includes(character) && this.variable(before)) return;
    if (dialect.name === "ruby" && (character === "@" || character === "$")) {
      this.at += /^@@/.test(this.source.slice(at, at + 2)) ? 2 : 1;
      const name = this.matched(NAME) ?? "";
      this.at += name.length;
      this.push("variable", `${character}${name}`, at);
      return;
    }
    const number = this.matched(NUMBER);
    const name = this.matched(NAME);
    if (number !== undefined && !name?.includes("\uE000")) this.take("number", number);
    else if (name !== undefined) this.take("name", this.named(name));
    else if (dialect.name === "php" && character === "\\") {
      // Of a path only its last part matters.
      if (before?.kind === "name" && !this.spaced) this.tokens.pop();
      this.at++;
    } else this.take("mark", this.matched(MARKS) ?? character);
  }

  private take(kind: Token["kind"], text: string): void {
    this.push(kind, text, this.at);
    this.at += text.length;
  }

  /** `a::b` and `a?` are names in some languages; in PHP only the last part of a path matters. */
  private named(name: string): string {
    const { dialect, source, at } = this;
    const plain = dialect.name === "ruby" && !/[?!]=/.test(source.slice(at + name.length - 1, at + name.length + 1));
    const whole = plain ? name : name.replace(/[?!]$/, "");
    if (dialect.name === "php" || dialect.name === "go") return whole.split("::", 1).join();
    return whole;
  }

  private variable(before: Token | undefined): boolean {
    const sigil = this.source[this.at] ?? "";
    // `%` and `&` are operators after a value.
    if (sigil !== "$" && endsOperand(before)) return false;
    const match = /^[$@%&]#?[$@%]?\{?\^?(\w+(?:::\w+)*|[!@/\\,;.0&])?/.exec(this.source.slice(this.at, this.at + 200));
    if (!match || (match[1] === undefined && !match[0].includes("{"))) return false;
    const braced = match[0].includes("{");
    // `%$x`, `@{$x}` and `${x}`: what is taken apart is the variable itself.
    const name = match[1] ?? "";
    if (braced && name === "") this.at += match[0].length - 1;
    else {
      const at = this.at;
      this.at += match[0].length + (braced && this.source[this.at + match[0].length] === "}" ? 1 : 0);
      this.push("variable", name, at);
    }
    return true;
  }

  /** Texts of all kinds, and patterns. */
  private quoted(character: string, before: Token | undefined): boolean {
    const { dialect, source, at } = this;
    const heredoc = character === "<" ? heredocAt(dialect, source, at, before) : undefined;
    if (heredoc) {
      this.push("text", "", at, { pieces: heredoc.pieces });
      this.heredocs.push(heredoc);
      this.at += heredoc.length;
      return true;
    }
    if (character === '"' || character === "'" || character === "`") {
      const isRaw = dialect.name === "go" && character === "`";
      const full = character === '"' || (character === "`" && !isRaw);
      this.text(at + 1, character, isRaw ? "raw" : full ? "full" : "plain", character === "`" && !isRaw);
      return true;
    }
    if (dialect.name === "go" || dialect.name === "php") return false;
    return this.symbol(character, before) || this.quoting(before) || this.pattern(character, before);
  }

  private text(from: number, opening: string, style: "plain" | "raw" | "full", isCommand = false): void {
    const end = endOfText(this.source, from, opening, style === "raw");
    const pieces = piecesOf(this.dialect, this.source.slice(from, end), from + this.offset, style);
    this.push("text", "", from - 1, { pieces, ...(isCommand && { isCommand }) });
    this.at = end + 1;
  }

  /** `:name` of Ruby. */
  private symbol(character: string, before: Token | undefined): boolean {
    if (this.dialect.name !== "ruby" || character !== ":" || (endsOperand(before) && !this.spaced)) return false;
    if (this.source[this.at + 1] === '"') {
      this.text(this.at + 2, '"', "full");
      return true;
    }
    const name = /^:([A-Za-z_]\w*[?!]?)/.exec(this.source.slice(this.at, this.at + 200))?.[1];
    if (name === undefined) return false;
    const at = this.at + this.offset;
    this.push("text", "", this.at, { pieces: [{ kind: "characters", text: name, at }] });
    this.at += name.length + 1;
    return true;
  }

  /** `%w[a b]`, `qq(…)`, `m{…}`. */
  private quoting(before: Token | undefined): boolean {
    const word = this.matched(QUOTING);
    if (word === undefined) return false;
    const isRuby = word.startsWith("%");
    if (isRuby !== (this.dialect.name === "ruby") || endsOperand(before)) return false;
    if (before?.kind === "mark" && /^(?:->|\.|\{)$/.test(before.text)) return false;
    let from = this.at + word.length;
    while (/\s/.test(this.source[from] ?? "")) from++;
    const opening = this.source[from] ?? "";
    // `s => 1` and `y, 2` are names.
    if (opening === "," || this.source.startsWith("=>", from)) return false;
    const kind = word.replace("%", "");
    if (/^(?:qw|[wWiI])$/.test(kind)) this.words(from + 1, opening);
    else if (/^(?:m|s|tr|y|qr|r)$/.test(kind)) this.skipPattern(from, opening, kind);
    else this.text(from + 1, opening, /^(?:q)$/.test(kind) ? "plain" : "full", /x$/.test(kind));
    return true;
  }

  private words(from: number, opening: string): void {
    const end = endOfText(this.source, from, opening);
    this.push("mark", "[", from);
    for (const match of this.source.slice(from, end).matchAll(/\S+/g)) {
      const at = from + match.index + this.offset;
      this.push("text", "", at, { pieces: [{ kind: "characters", text: match[0], at }] });
      this.push("mark", ",", at);
    }
    this.push("mark", "]", end);
    this.at = end + 1;
  }

  private skipPattern(from: number, opening: string, kind: string): void {
    let end = endOfText(this.source, from + 1, opening);
    if (/^(?:s|tr|y)$/.test(kind)) {
      const isPair = closingOf(opening) !== opening;
      let second = end + 1;
      while (isPair && /\s/.test(this.source[second] ?? "")) second++;
      end = endOfText(this.source, isPair ? second + 1 : second, isPair ? (this.source[second] ?? "") : opening);
    }
    this.push("text", "", from, { pieces: [] });
    this.at = end + 1 + (/^[a-z]*/.exec(this.source.slice(end + 1, end + 12))?.[0].length ?? 0);
  }

  /** `/…/` where no value stands before it. */
  private pattern(character: string, before: Token | undefined): boolean {
    if (character !== "/" || endsOperand(before)) return false;
    const rest = this.source.slice(this.at + 1, this.at + MAX_PATTERN);
    const end = endOfText(rest, 0, "/");
    if (end === rest.length || rest.slice(0, end).includes("\n")) return false;
    this.skipPattern(this.at, "/", "m");
    return true;
  }
}
