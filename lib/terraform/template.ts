import { Lazy } from "cdktf";
import { isDeferred, resolvedParts, textParts, type TextPart } from "./references";

/**
 * A text as Terraform's template language writes it: what would begin a template is escaped, references are left alone.
 *
 * @internal
 */
export function escapeTemplate(text: string): string {
  if (isDeferred(text)) return Lazy.stringValue({ produce: (context) => escaped(resolvedParts(text, context)) });
  return escaped(textParts(text));
}

/**
 * Whether literal text has a Terraform template written out in it, which Terraform would evaluate: `${...}` or `%{...}`, not
 * escaped as `$${` or `%%{`.
 *
 * @internal
 */
export function holdsTemplate(text: string): boolean {
  return textParts(text).some((part) => !part.reference && /(^|[^$])(\$\$)*\$\{|(^|[^%])(%%)*%\{/.test(part.text));
}

function escaped(parts: readonly TextPart[]): string {
  return parts
    .map((part) =>
      part.reference ? part.text : part.text.replace(/[$%]\{/g, (opening) => opening.charAt(0) + opening),
    )
    .join("");
}
