import { Token } from "cdktf";

/**
 * A literal text as Terraform's template language writes it. References are left alone.
 *
 * @internal
 */
export function escapeTemplate(text: string): string {
  return Token.isUnresolved(text) ? text : text.replace(/[$%]\{/g, (opening) => opening.charAt(0) + opening);
}
