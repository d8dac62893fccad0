import {
  AccessTokenRequest,
  ClientAuthentication,
  LocalExecAccessToken,
  Secret,
  TokenEndpoint,
} from "cdktf-oauth2-token";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { secretEncodings } from "../audit/encodings";
import { argumentsOf, emptyStack, synthesized } from "../requests";

const text = fc.string({ unit: "binary", minLength: 1 });

describe("generated requests", () => {
  it("are arguments in which nothing is special to JSON, HCL, a template or a shell, and no secret is", () => {
    fc.assert(
      fc.property(
        fc.record({
          clientId: text,
          audience: text,
          words: fc.array(text, { minLength: 1 }),
          secret: fc.string({ minLength: 12 }),
        }),
        ({ clientId, audience, words, secret }) => {
          // Names such as "propertyIsEnumerable" are drawn often, and may be both.
          const names = secret.match(/\w{12,}/g) ?? [];
          fc.pre(![clientId, audience, ...words].some((given) => names.some((name) => given.includes(name))));
          // A synthesis that read the variable would leak it.
          process.env["GENERATED_SECRET"] = secret.replaceAll("\0", "");
          const stack = emptyStack();
          new LocalExecAccessToken(stack, "verify", {
            request: AccessTokenRequest.clientCredentials({
              tokenEndpoint: TokenEndpoint.fromUrl("https://example.com/token"),
              clientAuthentication: ClientAuthentication.clientSecretPost(
                clientId,
                Secret.fromEnvironment("GENERATED_SECRET"),
              ),
              parameters: { audience },
            }),
            run: words,
          });
          const { interpreter } = synthesized(stack).resource.null_resource["verify"]?.provisioner[0]?.[
            "local-exec"
          ] ?? {
            interpreter: [],
          };
          for (const argument of interpreter.slice(2)) expect(argument).toMatch(/^[A-Za-z0-9_.~%+=-]+$/);
          const sent = argumentsOf(interpreter);
          expect([sent.get("client_id"), sent.get("form.audience"), sent.getAll("run")]).toEqual([
            clientId,
            audience,
            words,
          ]);
          const plain = interpreter.join("\n");
          for (const [name, form] of Object.entries(secretEncodings(secret))) expect(plain, name).not.toContain(form);
        },
      ),
      { numRuns: 300 },
    );
  });
});
