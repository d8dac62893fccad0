import { addressOf, type Block } from "../../checks/configuration/configuration.js";
import type { Expression } from "../../checks/configuration/expressions/expression.js";
import type { Stack } from "./stacks.js";

/** A request as a construct has written it into a stack; nothing of it is evaluated yet. */
export interface Placed {
  /** The construct's path; the block's address where it is not written down, as in HCL. */
  readonly construct: string;
  readonly stack: Stack;
  /** The shell, the program, and the program's arguments. */
  readonly words: readonly Expression[];
  readonly environment: Expression | undefined;
  readonly stdin: Expression | undefined;
  readonly workingDirectory: Expression | undefined;
  readonly count: Expression | undefined;
}

/** Where the constructs place the program, in every version of this library: see lib/program/asset.ts. */
const PROGRAM = /(^|\/)assets\/access_token_request[^/]*\/[^/]+\/request\.sh$/;

/** The requests that this library's constructs have written into a stack. */
export function placedIn(stack: Stack): Placed[] {
  return stack.blocks.flatMap((block) =>
    commandsOf(block).flatMap(({ words, environment, stdin, workingDirectory }): Placed[] => {
      const program = words[1];
      if (!program || !PROGRAM.test(sketch(program))) return [];
      const construct = block.constructPath?.replace(/\/Default$/, "") ?? addressOf(block);
      return [{ construct, stack, words, environment, stdin, workingDirectory, count: valueOf(block, "count") }];
    }),
  );
}

interface Started {
  readonly words: readonly Expression[];
  readonly environment?: Expression | undefined;
  readonly stdin?: Expression | undefined;
  readonly workingDirectory?: Expression | undefined;
}

/** What a block starts, by each of the three ways in which the constructs ask. */
function commandsOf(block: Block): Started[] {
  const [type] = block.labels;
  if (block.type === "resource")
    return block
      .nested("provisioner")
      .filter(({ labels }) => labels[0] === "local-exec")
      .map((provisioner) => ({
        words: itemsOf(valueOf(provisioner, "interpreter")),
        environment: valueOf(provisioner, "environment"),
        workingDirectory: valueOf(provisioner, "working_dir"),
      }));
  if (block.type === "data" && type === "external")
    return [{ words: itemsOf(valueOf(block, "program")), workingDirectory: valueOf(block, "working_dir") }];
  if (block.type === "ephemeral" && type === "local_command") {
    const command = valueOf(block, "command");
    return [
      {
        words: [...(command ? [command] : []), ...itemsOf(valueOf(block, "arguments"))],
        stdin: valueOf(block, "stdin"),
        workingDirectory: valueOf(block, "working_directory"),
      },
    ];
  }
  return [];
}

function valueOf(block: Block, name: string): Expression | undefined {
  return block.attributes.get(name)?.value();
}

function itemsOf(expression: Expression | undefined): readonly Expression[] {
  return expression?.kind === "list" ? expression.items : [];
}

/** The literal texts of a template. */
function sketch(expression: Expression): string {
  if (expression.kind === "literal") return String(expression.value);
  if (expression.kind !== "template") return "";
  return expression.parts.map((part) => (part.kind === "text" ? part.text : "")).join("");
}
