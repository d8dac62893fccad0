import type { Place } from "../configuration/place.js";
import type { Asked, SymbolicString } from "../values/symbolic-string.js";

/** How a text reaches the program that makes the request. */
export type Channel = "argument" | "stdin" | "file" | "attribute" | "program";

export interface BodyPart {
  readonly content: SymbolicString;
  readonly channel: Channel;
  /** The tool form-encodes it: `--data-urlencode`, a library's dict. */
  readonly formEncodes: boolean;
  /** The tool makes JSON of it: `--json`, `json=`, a provider's object body. */
  readonly json?: boolean;
}

export interface Header {
  readonly name: string;
  readonly value: SymbolicString;
  readonly channel: Channel;
}

/** An HTTP request as some program or provider is going to make it. */
export interface HttpRequest extends Asked {
  readonly tool: string;
  /** Of the program that makes it, where that is not a shell's. */
  readonly language?: "python" | "javascript" | "powershell" | "ruby" | "perl" | "php" | "go";
  readonly place: Place | undefined;
  readonly url: SymbolicString;
  readonly urlChannel: Channel;
  readonly method: string | undefined;
  /** Grows where a program writes it part by part. */
  body: readonly BodyPart[];
  readonly headers: readonly Header[];
  readonly basicAuth: { readonly value: SymbolicString; readonly channel: Channel } | undefined;
  /** Options as written, where they are a mistake: `-k`, `verify=False`. */
  readonly insecure: string | undefined;
  readonly verbose: string | undefined;
  readonly followsRedirects: string | undefined;
  /** The program ends with an error when the server answers with one. */
  readonly failsOnError: boolean;
}
