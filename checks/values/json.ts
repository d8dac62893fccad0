import { literal, sketch, slicer, hole, type Fragment, type SymbolicString } from "./symbolic-string.js";
import { fromMarks, withMarks } from "./marks.js";
import { stringValue, type SymbolicValue } from "./symbolic-value.js";

/** The value of a JSON text with holes in it; undefined where it is not JSON as it stands. */
export function parseJsonText(of: SymbolicString): SymbolicValue | undefined {
  if (!/^\s*[[{"]/.test(sketch(of))) return undefined;
  const { source, holes } = withMarks(of);
  // A hole outside quotes stands for a whole JSON value.
  for (const candidate of [source, source.replace(/(:\s*)(\uE000\d+\uE001)/g, '$1"$2"')]) {
    try {
      return fromJson(JSON.parse(candidate), holes, 0);
    } catch {
      // Not JSON this way.
    }
  }
  return undefined;
}

function fromJson(json: unknown, holes: readonly Fragment[], depth: number): SymbolicValue {
  if (depth > 50) return stringValue([hole()]);
  if (typeof json === "string") return stringValue(fromMarks(json, holes));
  if (Array.isArray(json)) return { kind: "list", items: json.map((item) => fromJson(item, holes, depth + 1)) };
  if (typeof json === "object" && json !== null)
    return {
      kind: "object",
      entries: new Map(Object.entries(json).map(([key, item]) => [key, fromJson(item, holes, depth + 1)])),
    };
  return { kind: "text", fragments: [literal(String(json))], bare: true };
}

/** The fragments that a JSON-like text gives for each of its names, JSON or not (`{client_id: $id}` of jq, Python's dict). */
export function looseFields(of: SymbolicString): { name: string; value: SymbolicString }[] {
  const whole = sketch(of);
  const part = slicer(of);
  const fields: { name: string; value: SymbolicString }[] = [];
  for (const match of whole.matchAll(/["']?([A-Za-z_][\w-]{1,60})["']?\s{0,40}(?:=>|[:=])\s{0,40}/g)) {
    const from = match.index + match[0].length;
    const rest = whole.slice(from, from + 4000);
    const quote = rest.startsWith('\\"') ? '\\"' : (rest[0] ?? "");
    const end =
      quote === '"' || quote === "'" || quote === '\\"' ? rest.indexOf(quote, quote.length) : rest.search(/[,}\n]/);
    const skip = quote === '"' || quote === "'" || quote === '\\"' ? quote.length : 0;
    fields.push({ name: match[1] ?? "", value: part(from + skip, from + (end < 0 ? rest.length : end)) });
  }
  return fields;
}
