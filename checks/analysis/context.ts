import type { Block } from "../configuration/configuration.js";
import type { Secrets } from "./secrets.js";
import type { Place } from "../configuration/place.js";
import type { HttpRequest } from "../requests/request.js";
import type { ModuleInstance } from "../terraform/module.js";
import type { Text } from "../values/text.js";
import type { Value } from "../values/value.js";
import type { ScriptFacts } from "../program/facts.js";

/** How a block makes a program run, or a request. */
export type ActivityKind = "local-exec" | "remote-exec" | "external" | "ephemeral" | "boot" | "provider";

/** One program that a block starts, or one request that its provider makes. */
export interface Activity {
  readonly kind: ActivityKind;
  readonly module: ModuleInstance;
  readonly block: Block;
  /** The provisioner within the block. */
  readonly provisioner: Block | undefined;
  readonly place: Place;
  readonly atDestroy: boolean;
  /** `on_failure = continue`: Terraform itself overlooks the failure. */
  readonly overlooked: boolean;
  readonly environment: ReadonlyMap<string, Value>;
  /** Texts that Terraform makes part of the command: `command`, `interpreter`, `program`. */
  readonly command: readonly Text[];
  readonly facts: ScriptFacts;
  /** What an external program gives as its result. */
  readonly output: Text;
}

/** An access token request, and who makes it. */
export interface TokenRequest {
  readonly request: HttpRequest;
  readonly activity: Activity;
}

/** What cannot be told, and why; never a finding. */
export interface Undetermined {
  readonly rule?: string;
  readonly block: Block;
  readonly place?: Place | undefined;
  readonly why: string;
}

/** All that rules see of one root module with the modules that it calls. */
export interface Context {
  readonly modules: readonly ModuleInstance[];
  readonly activities: readonly Activity[];
  readonly tokenRequests: readonly TokenRequest[];
  readonly undetermined: Undetermined[];
  readonly secrets: Secrets;
}
