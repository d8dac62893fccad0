import { beforeAll, describe, expect, it } from "vitest";
import { wasmOfSources } from "../../../checks/configuration/hcl/wasm-files.js";
import { joinFiles, loadHclParser, readHcl } from "../../../checks/configuration/read.js";
import { examine } from "../../../checks/run/examine.js";
import { CLOUD_PROVIDERS, PROVIDER_SETTINGS } from "../../../checks/vocabulary/provider-settings.js";

beforeAll(() => loadHclParser(wasmOfSources()), 60_000);

/** The rules that find something in a provider. */
function rulesIn(provider: string, settings: string): string[] {
  const text = `variable "s" {}\nprovider "${provider}" {\n${settings}\n}\n`;
  return examine([joinFiles("/x", [readHcl(text, "main.tf")])]).findings.map(({ rule }) => rule);
}

const CLIENT = 'client_id = "a"\nclient_secret = var.s';
const HTTP = '"http://sso.acme.example/x"';
const of = (is: string): readonly (typeof PROVIDER_SETTINGS)[number][] =>
  PROVIDER_SETTINGS.filter((row) => row.is === is);

describe("a setting of a provider that asks for a token", () => {
  it.each(of("switch"))("$name of $provider turns the check of the certificate off", ({ name, provider }) => {
    expect(rulesIn(provider, `${CLIENT}\n${name} = true`)).toContain("insecure-transport");
    expect(rulesIn(provider, `${CLIENT}\n${name} = false`)).not.toContain("insecure-transport");
    expect(rulesIn(provider, `${name} = true`)).not.toContain("insecure-transport");
  });

  it.each(of("url"))("$name of $provider is its URL, unless the token endpoint has one of its own", (row) => {
    expect(rulesIn(row.provider, `${CLIENT}\n${row.name} = ${HTTP}`)).toContain("insecure-transport");
    const own = `${CLIENT}\n${row.name} = ${HTTP}\ntoken_url = "https://sso.acme.example/token"`;
    expect(rulesIn(row.provider, own)).not.toContain("insecure-transport");
  });

  it.each([...of("token url"), ...of("client id")])("$name of $provider tells one", ({ name, provider, is }) => {
    const settings = is === "token url" ? `${name} = ${HTTP}` : `${name} = "a"\nurl = ${HTTP}`;
    expect(rulesIn(provider, settings)).toContain("insecure-transport");
    expect(rulesIn(provider, `x_${settings}`)).not.toContain("insecure-transport");
  });

  it.each(of("password"))("$name of $provider is a credential", ({ name, provider }) => {
    const url = of("token url").find((row) => row.provider === provider);
    const asks = url === undefined ? "" : `${url.name} = "https://sso.acme.example/token"\n`;
    expect(rulesIn(provider, `${asks}${name} = var.s`)).toContain("unmarked-variable");
    // Without it, it is that of HTTP Basic.
    if (url) expect(rulesIn(provider, `${name} = var.s`)).not.toContain("unmarked-variable");
    expect(rulesIn("acme", `${name} = var.s`)).not.toContain("unmarked-variable");
  });
});

describe("a provider of a cloud", () => {
  it.each(CLOUD_PROVIDERS)("is $provider", ({ provider }) => {
    expect(rulesIn(provider, CLIENT)).not.toContain("unmarked-variable");
    expect(rulesIn("acme", CLIENT)).toContain("unmarked-variable");
  });
});
