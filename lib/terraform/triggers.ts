import type { Faults } from "../faults";
import { isDeferred, textParts } from "./references";
import { escapeTemplate, holdsTemplate } from "./template";

/**
 * Triggers as they are synthesized: their texts are literal, but for references. A template that is written out is refused:
 * evaluated it may be what is not meant, and escaped it would never change.
 *
 * @internal
 */
export function triggerTexts(faults: Faults, triggers: Readonly<Record<string, string>>): Record<string, string> {
  for (const [name, text] of Object.entries(triggers))
    if (holdsTemplate(name) || holdsTemplate(text))
      faults.add(
        "template-in-trigger",
        `the trigger ${JSON.stringify(name)} has a Terraform template written out as text, which Terraform would evaluate. Give a reference, such as Fn.timestamp() or variable.stringValue; to mean these very characters write "$\${" or "%%{".`,
      );
  return Object.fromEntries(
    Object.entries(triggers).map(([name, text]) => [withLiteralLazy(name), withLiteralLazy(text)]),
  );
}

/** What a `Lazy` gives cannot be refused before it is known. It is literal. */
function withLiteralLazy(text: string): string {
  return textParts(text)
    .map((part) => (part.reference && isDeferred(part.text) ? escapeTemplate(part.text) : part.text))
    .join("");
}
