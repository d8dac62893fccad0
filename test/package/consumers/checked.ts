import { AccessTokenChecks, checkAccessTokens, type Report } from "cdktf-oauth2-token/checks";
import { toPassAccessTokenChecks } from "cdktf-oauth2-token/vitest";
import { Testing, TerraformStack } from "cdktf";

/** The further entry points, as their users write it. */
const app = Testing.app();
AccessTokenChecks.enforce(app);
const stack = new TerraformStack(app, "stack");
const report: Report = checkAccessTokens(stack);
if (!toPassAccessTokenChecks(Testing.synth(stack, true)).pass) throw new Error(JSON.stringify(report));
