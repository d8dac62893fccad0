import type { IConstruct } from "constructs";
import type { Acknowledgement } from "../options/options.js";
import { acknowledge } from "./acknowledge.js";
import { enforce, type Enforcement, type EnforceOptions } from "./enforce.js";

/** The checks for a CDKTF app. */
export class AccessTokenChecks {
  /**
   * Makes the synthesis of an app, or of one stack, fail where an access token request is made the wrong way. The checks
   * run as a validation, so they see what is written: overrides, aspects and escape hatches included, whatever the order of
   * the calls. Nothing but `skipValidation` and `Testing.synth` without validations keeps them from running.
   *
   * On an app all stacks are in one report, after their files are written; on a stack the checks run before that.
   *
   * @throws if the scope is neither an app nor a stack, or the options cannot be used
   */
  public static enforce(scope: IConstruct, options: EnforceOptions = {}): Enforcement {
    return enforce(scope, options);
  }

  /**
   * Accepts the findings of one rule in a construct and all below it. It is written into the stack's JSON, so that
   * `cdktf-oauth2-token check cdktf.out` knows of it, and it is in every report. Call it for an app after its stacks are
   * made.
   *
   * @throws if the rule is not known, the reason is missing, or the date is not valid
   */
  public static acknowledge(construct: IConstruct, acknowledgement: Acknowledgement): void {
    acknowledge(construct, acknowledgement);
  }
}
