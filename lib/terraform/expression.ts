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
 * Whether a resolved text holds a Terraform reference, outside of quoted text: `${base64encode("x")}` holds none.
 *
 * @internal
 */
export function holdsReference(text: string): boolean {
  if (!text.includes("${")) return false;
  const unquoted = text.replace(/"(?:[^"\\$]|\\.|\$(?!\{))*"/g, '""');
  return /\b[A-Za-z_][\w-]*(\[[^\]]*\])?\.[A-Za-z_]/.test(unquoted);
}
