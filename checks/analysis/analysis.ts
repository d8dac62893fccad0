import type { Vocabulary } from "../vocabulary/vocabulary.js";
import { TokenRequest } from "./token-request.js";
import { Execution } from "../executions/execution.js";
import type { Block } from "../configuration/configuration.js";
import type { Lookup } from "./lookup.js";
import type { Secrets } from "./secrets.js";
import type { Place } from "../configuration/place.js";
import type { ModuleInstance } from "../terraform/module.js";

/** What cannot be told, and why; never a finding. */
export interface UndeterminedBlock {
  readonly rule?: string;
  readonly block: Block;
  readonly place?: Place | undefined;
  readonly why: string;
}

/** All that rules see of one root module with the modules that it calls. */
export interface Analysis {
  readonly vocabulary: Vocabulary;
  readonly modules: readonly ModuleInstance[];
  readonly executions: readonly Execution[];
  readonly tokenRequests: readonly TokenRequest[];
  readonly undetermined: UndeterminedBlock[];
  readonly secrets: Secrets;
  readonly lookup: Lookup;
}
