import type { Attribute, Block, Comment } from "../configuration.js";
import { blocksWithin } from "./read.js";

interface Generated {
  readonly blocks: readonly Block[];
  readonly comments: readonly Comment[];
}

/** The Terraform that a `generate` block of Terragrunt writes beside it, from a here-document; undefined where it is not all read. */
export function generatedBy(block: Block, text: string): Generated | undefined {
  const at = block.attributes.get("contents")?.value().at;
  const opening = at === undefined ? null : OPENING.exec(text.slice(at, at + 200));
  if (at === undefined || !opening) return undefined;
  const from = at + opening[0].length;
  const to = closingLine(text, from, opening[1] ?? "");
  // Of the same length, so that places in it are places in the file.
  const rendered = text.slice(from, to).split("\n").map(asRendered).join("\n");
  const { errors, ...read } = blocksWithin(text.slice(0, from) + rendered + text.slice(to), block.place.file, from, to);
  return errors.length === 0 ? read : undefined;
}

/** Whether a `generate` block writes Terraform: its path is a file of it. */
export const writesTerraform = (block: Block): boolean =>
  /\.(?:tf|tofu)$/.test(endOf(block.attributes.get("path")?.value()));

function endOf(path: ReturnType<Attribute["value"]> | undefined): string {
  if (path?.kind === "literal") return String(path.value);
  const last = path?.kind === "template" ? path.parts.at(-1) : undefined;
  return last?.kind === "text" ? last.text : "";
}

const OPENING = /^<<-?[ \t]*"?(\w[\w-]*)"?[ \t]*\r?\n/;

function closingLine(text: string, from: number, word: string): number {
  for (let start = from; start < text.length;) {
    const next = text.indexOf("\n", start);
    const end = next < 0 ? text.length : next;
    if (text.slice(start, end).trim() === word) return start;
    start = end + 1;
  }
  return text.length;
}

/** A line as Terragrunt writes it, as far as that is known: `$${` is Terraform's own, and an expression may be all of a value. */
function asRendered(line: string): string {
  const value = /^( *[\w-]+ +=) \$\{([^{}]*)\}(\s*)$/.exec(line);
  if (value) return `${value[1] ?? ""}  (${value[2] ?? ""})${value[3] ?? ""}`;
  const plain = line.replaceAll("$${", "${");
  // Before the line's end, where a backslash may continue it.
  const body = plain.replace(/\\?\r?$/, "");
  return body + " ".repeat(line.length - plain.length) + plain.slice(body.length);
}
