import { literal, sketch, slice, unknown, type Piece, type Text } from "./text.js";
import { text, type Value } from "./value.js";

const MARK = /\uE000(\d+)\uE001/g;

/** The value of a JSON text with holes in it; undefined where it is not JSON as it stands. */
export function parseJsonText(of: Text): Value | undefined {
  if (!/^\s*[[{"]/.test(sketch(of))) return undefined;
  const holes: Piece[] = [];
  const source = of
    .map((piece) => (piece.text === undefined ? `\uE000${String(holes.push(piece) - 1)}\uE001` : piece.text))
    .join("");
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

function fromJson(json: unknown, holes: readonly Piece[], depth: number): Value {
  if (depth > 50) return text([unknown()]);
  if (typeof json === "string") return text(withHoles(json, holes));
  if (Array.isArray(json)) return { kind: "list", items: json.map((item) => fromJson(item, holes, depth + 1)) };
  if (typeof json === "object" && json !== null)
    return {
      kind: "object",
      entries: new Map(Object.entries(json).map(([key, item]) => [key, fromJson(item, holes, depth + 1)])),
    };
  return { kind: "text", pieces: [literal(String(json))], bare: true };
}

function withHoles(value: string, holes: readonly Piece[]): Text {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of value.matchAll(MARK)) {
    if (match.index > from) pieces.push(literal(value.slice(from, match.index)));
    const hole = holes[Number(match[1])];
    if (hole) pieces.push(hole);
    from = match.index + match[0].length;
  }
  if (from < value.length || pieces.length === 0) pieces.push(literal(value.slice(from)));
  return pieces;
}

/** The pieces that a JSON-like text gives for each of its names, JSON or not (`{client_id: $id}` of jq, Python's dict). */
export function looseFields(of: Text): { name: string; value: Text }[] {
  const whole = sketch(of);
  const fields: { name: string; value: Text }[] = [];
  for (const match of whole.matchAll(/["']?([A-Za-z_][\w-]{1,60})["']?\s{0,40}(?:=>|[:=])\s{0,40}/g)) {
    const from = match.index + match[0].length;
    const rest = whole.slice(from, from + 4000);
    const quote = rest.startsWith('\\"') ? '\\"' : (rest[0] ?? "");
    const end =
      quote === '"' || quote === "'" || quote === '\\"' ? rest.indexOf(quote, quote.length) : rest.search(/[,}\n]/);
    fields.push({ name: match[1] ?? "", value: sliceTrim(of, from, from + (end < 0 ? rest.length : end), quote) });
  }
  return fields;
}

function sliceTrim(of: Text, start: number, end: number, quote: string): Text {
  const skip = quote === '"' || quote === "'" ? 1 : quote === '\\"' ? 2 : 0;
  return slice(of, start + skip, end);
}
