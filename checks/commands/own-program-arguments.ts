import { concrete, sketch, slice, type SymbolicString } from "../values/symbolic-string.js";

/**
 * The form-encoded `name=value` arguments of the constructs' program: lib/program/README.md lists them. `<slot>.variable` is left aside:
 * the program only names that variable in what it says, and a value's own provenance tells where it comes from.
 */
export class OwnProgramArguments {
  private readonly pairs: readonly (readonly [name: string, value: SymbolicString])[];

  public constructor(args: readonly SymbolicString[]) {
    this.pairs = args.map((arg) => {
      const equals = sketch(arg).indexOf("=");
      return [decode(sketch(slice(arg, 0, equals))), decoded(slice(arg, equals + 1))];
    });
  }

  public value(name: string): SymbolicString | undefined {
    return this.all(name)[0];
  }

  public text(name: string): string | undefined {
    return concrete(this.value(name) ?? []);
  }

  public all(name: string): SymbolicString[] {
    return this.pairs.flatMap(([other, value]) => (other === name ? [value] : []));
  }

  /** What follows a prefix of a name, with its value. */
  public after(prefix: string): (readonly [rest: string, value: SymbolicString])[] {
    return this.pairs.flatMap(([name, value]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), value] as const] : [],
    );
  }

  /** The secrets of the request: without any, the program takes the client's. */
  public get slots(): string[] {
    const named = this.all("secret").map(sketch);
    return named.length > 0 || this.text("client_authentication") === "none" ? named : ["client_secret"];
  }

  /** The slot of the secret that authenticates the client. */
  public get clientSlot(): string | undefined {
    const method = this.text("client_authentication") ?? "client_secret";
    if (["client_assertion", "private_key_jwt", "client_secret_jwt"].includes(method)) return "client_assertion";
    return method.startsWith("client_secret") ? "client_secret" : undefined;
  }
}

/** A form-encoded value, as far as it is known. */
const decoded = (text: SymbolicString): SymbolicString =>
  text.map((fragment) => (fragment.text === undefined ? fragment : { ...fragment, text: decode(fragment.text) }));

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}
