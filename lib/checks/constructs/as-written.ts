/** JSON as CDKTF writes it into a file, keys sorted and empty brackets on two lines, so that lines are those of the file. */
export function asWritten(value: unknown, indent = "\n"): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  const inner = `${indent}  `;
  if (Array.isArray(value)) return `[${value.map((item) => inner + asWritten(item, inner)).join(",")}${indent}]`;
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${inner}${JSON.stringify(key)}: ${asWritten(item, inner)}`);
  return `{${entries.join(",")}${indent}}`;
}
