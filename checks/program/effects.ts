import type { Place } from "../configuration/place.js";
import type { HttpRequest } from "../requests/request.js";
import type { Asked, SymbolicString } from "../values/symbolic-string.js";

/** Something shown on the terminal, and so in Terraform's output. */
export interface LogEntry {
  readonly text: SymbolicString;
  readonly by: string;
  readonly place: Place | undefined;
}

/** Arguments of a program that the script starts: visible to every user of the machine while it runs. */
export interface StartedProcess {
  readonly program: string;
  readonly args: readonly SymbolicString[];
  readonly place: Place | undefined;
}

/** A command that is shown by the shell itself, with all that its words became. */
export interface Traced {
  readonly how: string;
  readonly text: SymbolicString;
  readonly place: Place | undefined;
  /** Where tracing was turned on. */
  readonly from: Place | undefined;
}

/** What a script does, as far as it matters to token requests. */
export interface Effects {
  readonly requests: HttpRequest[];
  /** Calls of tools that print an access token, which stand for the request that they make. */
  readonly minted: Asked[];
  readonly logged: LogEntry[];
  readonly processes: StartedProcess[];
  /** `set -x` or `bash -x`: where tracing was on while a request was made or a secret expanded. */
  readonly traced: Traced[];
  /** Values of variables that the script itself sets to a literal. */
  readonly literals: { readonly name: string; readonly value: SymbolicString; readonly place: Place | undefined }[];
  /** Files the script wrote, for programs that run later. */
  readonly written: Map<string, SymbolicString>;
  /** Files that it read, by the same names. */
  readonly read: string[];
  readonly notRead: NotRead[];
}

/** What could not be read: a program of another language, a script that is not there. */
export interface NotRead {
  /** What kind of thing it is, where that is not a program. */
  readonly kind?: string;
  /** The words that it was given by. */
  readonly name?: SymbolicString;
  /** The rest of a sentence that begins with its name, or all of it. */
  readonly why: string;
}

export const noEffects = (written = new Map<string, SymbolicString>()): Effects => ({
  requests: [],
  minted: [],
  logged: [],
  processes: [],
  traced: [],
  literals: [],
  written,
  read: [],
  notRead: [],
});
