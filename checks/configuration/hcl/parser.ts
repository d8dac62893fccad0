import { Language, Parser, type Node } from "web-tree-sitter";

/** The two WebAssembly modules: tree-sitter's own runtime, and the grammar of Terraform's language. */
export interface HclWasm {
  readonly runtime: Uint8Array;
  readonly grammar: Uint8Array;
}

/** Error recovery on hostile text can take far longer than reading it. */
const MAX_MILLISECONDS = 3_000;

let parser: Parser | undefined;

/** Loads the parser of `.tf` files, once. Synthesis never needs it: CDKTF writes JSON. */
export async function loadHclParser(wasm: HclWasm): Promise<void> {
  if (parser) return;
  await Parser.init({ wasmBinary: wasm.runtime });
  const language = await Language.load(wasm.grammar);
  parser = new Parser().setLanguage(language);
}

/** When parsing that begins now is given up. */
export const deadline = (): number => Date.now() + MAX_MILLISECONDS;

/** Runs `use` on the root of the syntax tree; the tree is gone afterwards. Undefined where parsing was given up. */
export function withTree<T>(text: string, end: number, use: (root: Node) => T): T | undefined {
  if (!parser) throw new Error("loadHclParser() must be awaited before HCL is read");
  if (Date.now() > end) return undefined;
  const tree = parser.parse(text, null, { progressCallback: () => Date.now() > end });
  if (tree === null) {
    parser.reset();
    return undefined;
  }
  try {
    return use(tree.rootNode);
  } finally {
    tree.delete();
  }
}
