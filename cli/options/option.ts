/** One option of a command: reading it and `--help` both follow from its row. */
export interface Option {
  /** Without the dashes. */
  readonly name: string;
  /** What its value is called in the help text; without one it is a switch. */
  readonly value?: string;
  readonly repeatable?: true;
  readonly short?: string;
  readonly help: string;
}

/** What was given: of each option its values, in order. */
export class Given {
  public constructor(
    private readonly values: ReadonlyMap<string, readonly string[]>,
    public readonly positionals: readonly string[],
  ) {}

  public has(name: string): boolean {
    return this.values.has(name);
  }

  public all(name: string): readonly string[] {
    return this.values.get(name) ?? [];
  }

  public one(name: string): string | undefined {
    return this.values.get(name)?.at(-1);
  }
}
