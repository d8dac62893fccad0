import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Resource } from "@cdktf/provider-null/lib/resource";
import { App, TerraformOutput, TerraformResource, TerraformStack, TerraformVariable } from "cdktf";
import {
  AccessTokenRequest,
  ClientAuthentication,
  LocalExecAccessToken,
  Secret,
  TokenEndpoint,
} from "cdktf-oauth2-token";

const RESOURCES = 50;

/** A stack of 50 resources: one token request of ours, two written by hand, and what stacks are mostly made of. */
class TypicalStack extends TerraformStack {
  public constructor(app: App, id: string) {
    super(app, id);
    const region = new TerraformVariable(this, "region", { type: "string", default: "eu-central-1" });
    const clientSecret = Secret.ephemeralVariable(this, "client_secret");
    const request = AccessTokenRequest.clientCredentials({
      tokenEndpoint: TokenEndpoint.cxoneAuthorizationApi(),
      clientAuthentication: ClientAuthentication.clientSecretPost("abc123", clientSecret),
    });
    const verified = new LocalExecAccessToken(this, "verified", { request });
    for (const name of ["by_hand"])
      new Resource(this, name, {
        provisioners: [
          {
            type: "local-exec",
            command: `set -eu\nprintf 'grant_type=client_credentials&client_secret=%s' "$SECRET" |\n  curl --silent --fail --output /dev/null --data @- https://login.example.com/oauth/token`,
            environment: { SECRET: "${urlencode(var.client_secret)}" },
          },
        ],
      });
    for (let index = 2; index < RESOURCES; index++) {
      const resource = new TerraformResource(this, `bucket_${index}`, {
        terraformResourceType: "aws_s3_bucket",
        dependsOn: index % 10 === 0 ? [verified] : [],
      });
      resource.addOverride("bucket", `team-\${var.region}-${index}`);
      resource.addOverride("tags", { team: "platform", index: String(index), region: region.stringValue });
      resource.addOverride("lifecycle_rule", [{ enabled: true, expiration: [{ days: 30 + index }] }]);
    }
    new TerraformOutput(this, "names", { value: "${[for b in [1, 2] : b]}" });
  }
}

/** Writes stacks as CDKTF does: one is synthesized, and the others are it under other names. */
export function writeStacks(folder: string, count: number): string[] {
  const app = new App({ outdir: join(folder, "template") });
  new TypicalStack(app, "template");
  app.synth();
  const template = join(folder, "template/stacks/template");
  const text = readFileSync(join(template, "cdk.tf.json"), "utf8");
  return Array.from({ length: count }, (_, index) => {
    const stack = join(folder, "cdktf.out/stacks", `stack-${index}`);
    mkdirSync(stack, { recursive: true });
    cpSync(join(template, "assets"), join(stack, "assets"), { recursive: true });
    const file = join(stack, "cdk.tf.json");
    writeFileSync(file, text.replaceAll("template", `stack-${index}`));
    return file;
  });
}
