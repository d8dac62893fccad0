import { parseTree, type Node } from "jsonc-parser";
import { remembered } from "./memo.js";
import type { Place, SourceFile } from "./place.js";

export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Lines are counted and JSON is parsed for positions only where something was found. */
export class PlaceFinder {
  private readonly lines = new WeakMap<SourceFile, readonly number[]>();
  private readonly trees = new WeakMap<SourceFile, Node | undefined>();

  public position(place: Place): Position {
    const offset = typeof place.at === "number" ? place.at : this.jsonOffset(place.file, place.at);
    const starts = this.starts(place.file);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  }

  private starts(file: SourceFile): readonly number[] {
    let starts = this.lines.get(file);
    if (!starts) {
      const text = file.text();
      const found = [0];
      for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) found.push(at + 1);
      this.lines.set(file, (starts = found));
    }
    return starts;
  }

  private jsonOffset(file: SourceFile, path: readonly (string | number)[]): number {
    if (!this.trees.has(file)) this.trees.set(file, treeOf(file.text()));
    const tree = this.trees.get(file);
    let node = tree;
    for (const step of path)
      node = node && (typeof step === "number" ? elementOf(node, step) : membersOf(node).get(step));
    if (!node) return 0;
    return node.parent?.type === "property" ? node.parent.offset : node.offset;
  }
}

const elementOf = (node: Node, index: number): Node | undefined =>
  node.type === "array" ? node.children?.[index] : undefined;

/** The values of an object by their names; of a name that is there twice, the first. */
const membersOf = remembered((node: Node): ReadonlyMap<string, Node> => {
  const members = new Map<string, Node>();
  for (const { children } of node.type === "object" ? (node.children ?? []) : []) {
    const [name, value] = children ?? [];
    if (typeof name?.value === "string" && value && !members.has(name.value)) members.set(name.value, value);
  }
  return members;
});

function treeOf(text: string): Node | undefined {
  try {
    return parseTree(text);
  } catch {
    // Nested deeper than the stack: the file is named without a line.
    return undefined;
  }
}
