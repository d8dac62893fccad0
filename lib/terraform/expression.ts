import { DefaultTokenResolver, StringConcat, Tokenization } from "cdktf";
import type { IConstruct } from "constructs";

/**
 * The text that CDKTF synthesizes for a value.
 *
 * @internal
 */
export function resolvedText(scope: IConstruct, value: string): string {
  return String(
    Tokenization.resolve(value, {
      scope,
      resolver: new DefaultTokenResolver(new StringConcat()),
      preparing: false,
    }),
  );
}

/**
 * Whether a resolved text holds a Terraform reference: `${base64encode("a.b")}` holds none.
 *
 * @internal
 */
export function holdsReference(text: string): boolean {
  return /\b[A-Za-z_][\w-]*(\[[^\]]*\])?\.[A-Za-z_]/.test(codeOf(text));
}

/**
 * The names of the variables that a resolved text refers to.
 *
 * @internal
 */
export function namedVariables(text: string): Set<string> {
  return new Set([...text.matchAll(/\bvar\.([A-Za-z_][\w-]*)/g)].map(([, name = ""]) => name));
}

/** The parts of a template that are expressions, without the quoted text in them. */
function codeOf(template: string): string {
  let code = "";
  // What the scanner is within, outermost first: "t" literal text, "q" quoted text, "{" an expression or an object.
  const within = ["t"];
  const tokens = /\\.|\$\$\{|%%\{|\$\{|%\{|["{}]|[^\\$%"{}]+|[^]/g;
  for (const [token] of template.matchAll(tokens)) {
    const now = within.at(-1);
    if (token === "${" || token === "%{") within.push("{");
    else if (now === "{" && token === "{") within.push("{");
    else if (now === "{" && token === "}") within.pop();
    else if (now === "{" && token === '"') within.push("q");
    else if (now === "q" && token === '"') within.pop();
    else if (now === "{") code += token;
  }
  return code;
}
