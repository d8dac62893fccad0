import { TokenEndpoint } from "cdktf-oauth2-token";
import { TerraformVariable } from "cdktf";
import { describe, expect, it } from "vitest";
import { emptyStack } from "./requests";

describe("TokenEndpoint.fromUrl", () => {
  it.each(["https://example.com/t?tenant=a", "http://localhost:8080/t", "http://127.0.0.2/t", "http://[::1]:8080/t"])(
    "takes %s",
    (url) => {
      expect(TokenEndpoint.fromUrl(url).url).toBe(url);
    },
  );

  it.each([
    ["http://example.com/t", "the URL is not https"],
    ["ftp://example.com/t", "the URL is not https"],
    ["https://u:hunter2@example.com/t", "the URL has user information"],
    ["https://u:hunter2/x@example.com/t", "this is not a URL"],
    ["https://example.com/t#f", "the URL has a fragment"],
    ["https://example.com/t?client_secret=hunter2", "the URL has credentials in its query"],
    ["example.com", "this is not a URL"],
    ["https://exa mple.com/t", "this is not a URL"],
    ["https://${var.host}/t", "the URL has a Terraform template written out as text"],
  ])("refuses %s: %s", (url, why) => {
    expect(() => TokenEndpoint.fromUrl(url)).toThrow(`TokenEndpoint.fromUrl: ${why}`);
    expect(() => TokenEndpoint.fromUrl(url)).toThrow("Allowed: an https:// URL, or http:// on localhost");
    expect(() => TokenEndpoint.fromUrl(url)).not.toThrow("hunter2");
  });

  it("takes a reference, and judges what stands beside it", () => {
    const stack = emptyStack();
    const text = new TerraformVariable(stack, "text", {}).stringValue;
    const port = new TerraformVariable(stack, "port", { type: "number" }).numberValue;
    for (const url of [text, `${text}/token`, `https://${text}/token`, `http://localhost:${port}/t`])
      expect(TokenEndpoint.fromUrl(url).url).toBe(url);
    expect(() => TokenEndpoint.fromUrl(`http://example.com/${text}`)).toThrow("the URL is not https");
    expect(() => TokenEndpoint.fromUrl(`ftp://${text}`)).toThrow("the URL is not https");
    expect(() => TokenEndpoint.fromUrl(`https://${text}/t#x`)).toThrow('Given: "https://(reference)/t#x"');
    expect(() => TokenEndpoint.fromUrl(`https://${text}/?password=hunter2`)).toThrow("credentials in its query");
  });
});

describe("TokenEndpoint.cxoneAuthorizationApi", () => {
  const path = "/api/v2/authorization/oauth2/token";

  it("is on its default host, in an environment, or on a host given", () => {
    expect(TokenEndpoint.cxoneAuthorizationApi().url).toBe(`https://api.mypurecloud.com${path}`);
    expect(TokenEndpoint.cxoneAuthorizationApi({ environment: "us-east-1" }).url).toBe(
      `https://api.us-east-1.genesyscloud.com${path}`,
    );
    expect(TokenEndpoint.cxoneAuthorizationApi({ host: "api.example.com:8443" }).url).toBe(
      `https://api.example.com:8443${path}`,
    );
  });

  it("refuses both, and what would lead to another host", () => {
    expect(() => TokenEndpoint.cxoneAuthorizationApi({ environment: "us-east-1", host: "h" })).toThrow(
      'both environment "us-east-1" and host "h" are given. Give one of them.',
    );
    for (const name of ["", "evil.example/", "https://api.example.com", "a b", "u@h"]) {
      expect(() => TokenEndpoint.cxoneAuthorizationApi({ environment: name })).toThrow(
        "is not known. Known: us-east-1",
      );
      expect(() => TokenEndpoint.cxoneAuthorizationApi({ host: name })).toThrow("without scheme or path");
    }
  });
});

describe("TokenEndpoint.genesysCloud", () => {
  it("is by region or by domain", () => {
    expect(TokenEndpoint.genesysCloud("eu-central-1").url).toBe("https://login.mypurecloud.de/oauth/token");
    expect(TokenEndpoint.genesysCloud("mypurecloud.jp").url).toBe("https://login.mypurecloud.jp/oauth/token");
  });

  it("names the known regions where it is given another", () => {
    expect(() => TokenEndpoint.genesysCloud("eu-central-9")).toThrow(
      /"eu-central-9" is neither a known region nor a domain, did you mean "eu-central-1"\? Known regions: us-east-1, .*give its domain/,
    );
    expect(() => TokenEndpoint.genesysCloud("a.b/c")).toThrow("without scheme or path");
  });
});

it("an issuer has no query, which is not repeated", () => {
  const give = () => TokenEndpoint.fromIssuer("https://auth.example.com/realm?tenant=hunter2");
  expect(give).toThrow('such as "https://auth.example.com/realm". [invalid-url]');
  expect(give).not.toThrow("hunter2");
});
