import type { Run } from "../../test/engine/child";
import type { OAuthServer } from "../../test/server/oauth-server";
import type { Subject } from "./subjects";
import type { Witness } from "./witness";

export interface Setting {
  readonly subject: Subject;
  readonly server: OAuthServer;
  readonly witness: Witness;
}

/** What carries out a stack: an engine, or where there is none, its programs alone. */
export interface Machine {
  /** Such as "Terraform 1.11.4 applies it". */
  readonly does: string;
  /** What became of it, or why it could not be carried out at all. */
  carryOut(setting: Setting): Promise<Run | { readonly missing: string }>;
}
