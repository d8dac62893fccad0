import type { Block } from "../configuration/configuration.js";
import type { Place } from "../configuration/place.js";
import type { ModuleInstance } from "../terraform/module.js";
import type { SymbolicString } from "../values/symbolic-string.js";
import type { SymbolicValue } from "../values/symbolic-value.js";
import type { Effects } from "../program/effects.js";

/** How a block makes a program run, or a request. */
export type ExecutionKind = "local-exec" | "remote-exec" | "external" | "ephemeral" | "boot" | "provider";

/** One program that a block starts, or one request that its provider makes. */
export interface Execution {
  readonly kind: ExecutionKind;
  readonly module: ModuleInstance;
  readonly block: Block;
  /** The provisioner within the block. */
  readonly provisioner: Block | undefined;
  readonly place: Place;
  readonly atDestroy: boolean;
  /** `on_failure = continue`: Terraform itself overlooks the failure. */
  readonly failureIgnored: boolean;
  readonly environment: ReadonlyMap<string, SymbolicValue>;
  /** Texts that Terraform makes part of the command: `command`, `interpreter`, `program`. */
  readonly command: readonly SymbolicString[];
  /** Files that the same document writes where the program runs. */
  readonly files: ReadonlyMap<string, SymbolicString>;
  readonly effects: Effects;
  /** What an external program gives as its result. */
  readonly output: SymbolicString;
}
