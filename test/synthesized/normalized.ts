import { TerraformStack, Testing } from "cdktf";
import type { Case } from "./cases";

/** The program's hash is no part of what a snapshot shows: it changes with every change of the program. */
const withoutHash = (text: string) =>
  text.replace(/access_token_request\/[0-9a-f]{32}\//g, "access_token_request/<hash>/");

function stackOf(of: Case): TerraformStack {
  const stack = new TerraformStack(Testing.app(), "stack");
  of.build(stack);
  return stack;
}

export function asJson(of: Case): string {
  const synthesized = JSON.parse(withoutHash(Testing.synth(stackOf(of), true))) as unknown;
  return `${JSON.stringify(synthesized, null, 2)}\n`;
}

/** CDKTF's HCL with its lines indented, so that a person can read it. */
export function asHcl(of: Case): string {
  let depth = 0;
  const lines = withoutHash(Testing.synthHcl(stackOf(of), true) as string)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => {
      if (/^[}\]]/.test(line)) depth--;
      const indented = "  ".repeat(depth) + line;
      if (/[{[]$/.test(line)) depth++;
      return indented;
    });
  return `${lines.join("\n")}\n`;
}
