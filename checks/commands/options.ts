import { append, sketch, slice, type SymbolicString } from "../values/symbolic-string.js";

/** One option of a program as it was meant, however it was written. */
export interface Option {
  /** `data`, `X`: without dashes. */
  readonly name: string;
  readonly value: SymbolicString | undefined;
}

export interface Grammar {
  /** Short options that take a value, which may stick to them. */
  readonly shortWithValue: string;
  /** Whether a long option takes a value in the next word. */
  readonly longWithValue: (name: string) => boolean;
}

/** Whether a name is one of several. */
export function oneOf(names: string): (name: string) => boolean {
  const all = new Set(names.split(" "));
  return (name) => all.has(name);
}

export interface ParsedArgs {
  readonly options: readonly Option[];
  readonly operands: readonly SymbolicString[];
}

/** What was given, asked by the names that an option has. */
export class Given {
  public constructor(private readonly options: readonly Option[]) {}

  public has(...names: string[]): boolean {
    return this.options.some(({ name }) => names.includes(name));
  }

  /** The value of the last one: later options win. */
  public last(...names: string[]): SymbolicString | undefined {
    return this.options.filter(({ name }) => names.includes(name)).at(-1)?.value;
  }

  public all(...names: string[]): SymbolicString[] {
    return this.options.flatMap(({ name, value }) => (names.includes(name) ? [value ?? []] : []));
  }
}

/** Options in all their forms: `-sSfX POST`, `-dvalue`, `--data value`, `--data=value`, and `--` before operands. */
export function parseArgs(args: readonly SymbolicString[], grammar: Grammar): ParsedArgs {
  const options: Option[] = [];
  const operands: SymbolicString[] = [];
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? [];
    const whole = sketch(arg);
    if (whole === "--") {
      append(operands, args.slice(index + 1));
      break;
    }
    const long = /^--([A-Za-z][\w.-]*)(=)?/.exec(whole);
    if (long?.[1] !== undefined) {
      if (long[2] !== undefined) options.push({ name: long[1], value: slice(arg, long[0].length) });
      else options.push({ name: long[1], value: grammar.longWithValue(long[1]) ? args[++index] : undefined });
    } else if (/^-[^-]/.test(whole)) {
      for (let at = 1; at < whole.length; at++) {
        const name = whole[at] ?? "";
        if (!grammar.shortWithValue.includes(name)) options.push({ name, value: undefined });
        else {
          const rest = slice(arg, at + 1);
          options.push({ name, value: rest.length > 0 ? rest : args[++index] });
          break;
        }
      }
    } else operands.push(arg);
  }
  return { options, operands };
}
