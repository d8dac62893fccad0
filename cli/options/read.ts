import { parseArgs } from "node:util";
import { didYouMean } from "../../checks/options/suggest.js";
import { Given, type Option } from "./option.js";
import { UsageError } from "./usage-error.js";

/**
 * Reads a command line by the rows of its command.
 *
 * @param refused says why an option that no row has is refused, where there is more to say than that it is unknown
 * @throws UsageError
 */
export function readOptions(
  rows: readonly Option[],
  args: readonly string[],
  refused: (name: string) => string | undefined = () => undefined,
): Given {
  const byName = new Map(rows.map((row) => [row.name, row]));
  const values = new Map<string, string[]>();
  const positionals: string[] = [];
  for (const token of tokensOf(rows, args)) {
    if (token.kind === "positional") positionals.push(token.value);
    if (token.kind !== "option") continue;
    const row = byName.get(token.name);
    if (row === undefined) throw new UsageError(refused(token.name) ?? unknown(token.rawName, rows));
    const shown = `--${row.name}`;
    if (row.value === undefined) {
      if (token.value !== undefined) throw new UsageError(`${shown} takes no value.`);
    } else if (token.value === undefined || (!token.inlineValue && token.value.startsWith("-")))
      throw new UsageError(`${shown} needs a value; one that begins with "-" is written as ${shown}=VALUE.`);
    const before = values.get(row.name) ?? [];
    if (before.length > 0 && !row.repeatable && row.value !== undefined)
      throw new UsageError(`${shown} is given twice. Give it once.`);
    values.set(row.name, [...before, token.value ?? ""]);
  }
  return new Given(values, positionals);
}

function tokensOf(rows: readonly Option[], args: readonly string[]) {
  const options = Object.fromEntries(
    rows.map(({ name, value, short }) => [
      name,
      { type: value === undefined ? "boolean" : "string", ...(short && { short }) } as const,
    ]),
  );
  return parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true }).tokens;
}

/** A name that is like none of them may be a secret that belongs elsewhere. */
function unknown(rawName: string, rows: readonly Option[]): string {
  const names = rows.map(({ name }) => `--${name}`);
  const near = didYouMean(rawName, names);
  const what =
    near === "" ? "An option that does not exist is given (not repeated here)." : `${rawName} is not an option${near}`;
  return `${what} Allowed: ${names.join(", ")}.`;
}
