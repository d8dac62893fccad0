import { textParts } from "./references";

/**
 * A text as Terraform's template language writes it: what would begin a template is escaped, references are left alone.
 *
 * @internal
 */
export function escapeTemplate(text: string): string {
  return textParts(text)
    .map((part) =>
      part.reference ? part.text : part.text.replace(/[$%]\{/g, (opening) => opening.charAt(0) + opening),
    )
    .join("");
}
