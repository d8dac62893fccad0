import type { Place } from "../configuration/place.js";
import type { HttpRequest } from "../requests/request.js";
import type { Text } from "../values/text.js";

/** Something shown on the terminal, and so in Terraform's output. */
export interface Shown {
  readonly text: Text;
  readonly by: string;
  readonly place: Place | undefined;
}

/** Arguments of a program that the script starts: visible to every user of the machine while it runs. */
export interface Started {
  readonly program: string;
  readonly args: readonly Text[];
  readonly place: Place | undefined;
}

/** What a script does, as far as it matters to token requests. */
export interface ScriptFacts {
  readonly requests: HttpRequest[];
  readonly shown: Shown[];
  readonly started: Started[];
  /** `set -x` or `bash -x`: where tracing was on while a request was made or a secret expanded. */
  readonly traced: { readonly how: string; readonly text: Text; readonly place: Place | undefined }[];
  /** Values of variables that the script itself sets to a literal. */
  readonly literals: { readonly name: string; readonly value: Text; readonly place: Place | undefined }[];
  /** Files the script wrote, for programs that run later. */
  readonly written: Map<string, Text>;
  /** Files that it read, by the same names. */
  readonly read: string[];
  /** What could not be read: a program of another language, a script that is not there. */
  readonly notRead: string[];
}

export const noFacts = (written = new Map<string, Text>()): ScriptFacts => ({
  requests: [],
  shown: [],
  started: [],
  traced: [],
  literals: [],
  written,
  read: [],
  notRead: [],
});
