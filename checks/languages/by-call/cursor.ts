import type { Token } from "./tokens.js";

/** Deeper than anybody nests by hand. */
const MAX_DEPTH = 150;

/** Where a parser is among the tokens. */
export class Cursor {
  public wasTooDeep = false;
  private at = 0;
  private depth = 0;
  /** Within brackets the end of a line ends nothing. */
  private brackets = 0;

  public constructor(private readonly tokens: readonly Token[]) {}

  public get isAtEnd(): boolean {
    return this.peek().kind === "end";
  }

  /** The token at some distance; lines that end nothing are passed over. */
  public peek(distance = 0): Token {
    let index = this.at;
    for (let left = distance; ; index++) {
      const token = this.tokens[index];
      if (token === undefined) return END;
      if (token.kind === "line" && this.brackets > 0) continue;
      if (left-- === 0) return token;
    }
  }

  public next(): Token {
    const token = this.peek();
    while (this.at < this.tokens.length && this.tokens[this.at] !== token) this.at++;
    this.at++;
    return token;
  }

  public is(...marks: string[]): boolean {
    const { kind, text } = this.peek();
    return kind === "mark" && marks.includes(text);
  }

  public isWord(...words: string[]): boolean {
    const { kind, text } = this.peek();
    return kind === "name" && words.includes(text);
  }

  /** Takes one of the marks, if one stands there. */
  public take(...marks: string[]): boolean {
    if (!this.is(...marks)) return false;
    this.next();
    return true;
  }

  public takeWord(...words: string[]): boolean {
    if (!this.isWord(...words)) return false;
    this.next();
    return true;
  }

  public skipLines(): void {
    while (this.peek().kind === "line") this.next();
  }

  /** The next token that is no line's end. */
  public afterLines(): Token {
    let index = this.at;
    while (this.tokens[index]?.kind === "line") index++;
    return this.tokens[index] ?? END;
  }

  /** Reads what stands in brackets, or, with `outside`, in a block within them, where lines count again. */
  public within<T>(read: () => T, outside = false): T {
    const before = this.brackets;
    this.brackets = outside ? 0 : before + 1;
    const result = read();
    this.brackets = before;
    return result;
  }

  /** Reads one level deeper; what is nested too deeply is passed over. */
  public nested<T>(read: () => T, otherwise: T): T {
    if (this.depth >= MAX_DEPTH) {
      this.wasTooDeep = true;
      this.next();
      return otherwise;
    }
    this.depth++;
    const result = read();
    this.depth--;
    return result;
  }

  /** Passes over brackets with all that is in them. */
  public skipBrackets(): void {
    let depth = 0;
    do {
      const { kind, text } = this.next();
      if (kind === "end") return;
      if (kind === "mark" && /^[([{]$/.test(text)) depth++;
      else if (kind === "mark" && /^[)\]}]$/.test(text)) depth--;
    } while (depth > 0);
  }
}

const END: Token = { kind: "end", text: "", at: 0, spaced: false };
