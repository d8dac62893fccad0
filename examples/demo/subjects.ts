import { NullProvider } from "@cdktf/provider-null/lib/provider";
import { TokenEndpoint } from "cdktf-oauth2-token";
import { TerraformStack, type App } from "cdktf";
import { EXAMPLES, type Example } from "..";
import type { OAuthServer } from "../../test/server/oauth-server";
import { CURL_HEREDOC_FILE, curlHeredoc, curlHeredocConfiguration } from "./curl-heredoc";

/** A way to request an access token, as a stack that can be applied. */
export interface Subject {
  readonly title: string;
  /** The stack's name. */
  readonly name: string;
  readonly create: (app: App, name: string, server: OAuthServer) => TerraformStack;
  /** A file that is written by hand, beside what is synthesized. */
  readonly byHand?: { readonly file: string; readonly text: (server: OAuthServer) => string };
  /** The command of a provisioner that is written by hand. */
  readonly command?: (server: OAuthServer) => string;
  readonly secretVariable: string;
  readonly needs: Example["needs"];
}

export const CURL_HEREDOC: Subject = {
  title: "curl heredoc",
  name: "curl-heredoc",
  create: (app, name) => {
    const stack = new TerraformStack(app, name);
    new NullProvider(stack, "null");
    return stack;
  },
  byHand: { file: CURL_HEREDOC_FILE, text: ({ tokenEndpoint }) => curlHeredocConfiguration(tokenEndpoint) },
  command: ({ tokenEndpoint }) => curlHeredoc(tokenEndpoint),
  secretVariable: "TF_VAR_client_secret",
  needs: { terraform: "1.5.0", tofu: "1.6.0" },
};

export const VERIFIED = example("verified-credentials", "LocalExecAccessToken");

/** The other constructs, for the table of what each leaves behind. */
export const FURTHER: readonly Subject[] = [
  example("run-with-token", "LocalExecAccessToken with run"),
  example("provisioner-token", "EphemeralAccessToken"),
  example("external-token", "ExternalAccessToken"),
];

function example(name: string, title: string): Subject {
  const found = EXAMPLES.find((one) => one.name === name);
  if (!found) throw new Error(`there is no example ${name}`);
  const { Stack, secrets, needs } = found;
  const [secret] = secrets;
  if (secrets.length !== 1 || !secret || !("variable" in secret)) throw new Error(`${name} has not one variable`);
  const create: Subject["create"] = (app, id, { tokenEndpoint, api }) =>
    new Stack(app, id, TokenEndpoint.fromUrl(tokenEndpoint), api);
  return { title, name, create, secretVariable: secret.variable, needs };
}
