/**
 * The JSON of a stack as it is written into its file, so that lines are those of the file: keys sorted; empty brackets on two
 * lines by CDKTF, whose last version is 0.21, and on one by its successor.
 */
export function asWritten(stack: unknown): string {
  const { version = "" } = (stack as Synthesized)["//"]?.metadata ?? {};
  return written(stack, "\n", Number(version.split(".")[1]) > 21);
}

interface Synthesized {
  readonly "//"?: { readonly metadata?: { readonly version?: string } };
}

function written(value: unknown, indent: string, emptyOnOneLine: boolean): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  const inner = `${indent}  `;
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  const items = Array.isArray(value)
    ? value.map((item) => inner + written(item, inner, emptyOnOneLine))
    : Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, item]) => `${inner}${JSON.stringify(key)}: ${written(item, inner, emptyOnOneLine)}`);
  return `${open}${items.join(",")}${items.length === 0 && emptyOnOneLine ? "" : indent}${close}`;
}
