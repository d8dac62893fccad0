/** Deeper nesting than any real configuration has, and shallower than the stack. */
const MAX_DEPTH = 100;

/** A place in a text of Terraform's language, and what moves it on. */
export class Cursor {
  public constructor(
    public readonly source: string,
    public position: number,
    public readonly end: number,
    protected depth = 0,
  ) {}

  public deeper(): boolean {
    return ++this.depth <= MAX_DEPTH;
  }

  public shallower(): void {
    this.depth--;
  }

  public space(): void {
    while (this.position < this.end) {
      const code = this.source.charCodeAt(this.position);
      if (code > 0x2f && code < 0x80) return;
      if (/\s/.test(this.source.charAt(this.position))) this.position++;
      else if (code === 0x23 || this.source.startsWith("//", this.position)) this.skipPast("\n");
      else if (this.source.startsWith("/*", this.position)) this.skipPast("*/");
      else return;
    }
  }

  /** A comment that nothing closes takes the rest. */
  private skipPast(mark: string): void {
    const found = this.source.indexOf(mark, this.position + 1);
    this.position = found < 0 ? this.end : Math.min(found + mark.length, this.end);
  }

  /** Text up to one of some characters. A pattern would look beyond the end of a part, and for each part again. */
  public until(characters: string): string {
    const start = this.position;
    while (this.position < this.end && !characters.includes(this.source.charAt(this.position))) this.position++;
    return this.source.slice(start, this.position);
  }

  public match(pattern: RegExp): string | undefined {
    if (this.position >= this.end) return undefined;
    pattern.lastIndex = this.position;
    const found = pattern.exec(this.source)?.[0];
    if (found === undefined || this.position + found.length > this.end) return undefined;
    this.position += found.length;
    return found;
  }

  public accept(mark: string): boolean {
    this.space();
    if (this.position >= this.end || !this.source.startsWith(mark, this.position)) return false;
    const next = this.source[this.position + mark.length];
    if (mark === "=" && (next === "=" || next === ">")) return false;
    if (mark === "!" && next === "=") return false;
    if (mark === "." && next === ".") return false;
    this.position += mark.length;
    return true;
  }
}
