import { beforeAll, describe, expect, it } from "vitest";
import { wasmOfSources } from "../../../checks/configuration/hcl/wasm-files.js";
import { joinFiles, loadHclParser, readHcl } from "../../../checks/configuration/read.js";
import { examine } from "../../../checks/run/examine.js";
import { LOGGING_SETTINGS } from "../../../checks/vocabulary/logging-settings.js";
import { KEEPING_RESOURCES } from "../../../checks/vocabulary/keeping-resources.js";
import type { HttpRequest } from "../../../checks/requests/request.js";
import { isTokenRequest, jsonUse } from "../../../checks/requests/token-endpoint.js";
import { literal } from "../../../checks/values/symbolic-string.js";
import { JSON_ENDPOINTS } from "../../../checks/vocabulary/json-endpoints.js";
import { classifyName, isClientSecret, isSecretField } from "../../../checks/vocabulary/names.js";
import { ownProgramVersion } from "../../../checks/vocabulary/own-program.js";
import {
  DOCUMENT_ENDINGS,
  isProse,
  isYamlFile,
  DESCRIPTIONS,
  PROSE_KEYS,
  SCRIPT_KEYS,
  YAML_ENDINGS,
} from "../../../checks/vocabulary/documents.js";
import { GRANT_TYPES, mayBeGrant } from "../../../checks/vocabulary/grant-types.js";
import { isNameOfSecret, isReference, SECRET_REFERENCES } from "../../../checks/vocabulary/secret-references.js";
import { AFTERWORDS, isPlaceholder, PLACEHOLDER_WORDS, PLACEHOLDERS } from "../../../checks/vocabulary/placeholders.js";
import {
  CLIENT_SETTINGS,
  FORMS,
  FORMS_OF_TOKENS,
  PUBLIC_NAMES,
  SECRET_FIELDS,
  SECRET_NAMES,
  SWITCH_BEGINNINGS,
} from "../../../checks/vocabulary/secret-names.js";
import { kindOfOption, SECRET_OPTIONS } from "../../../checks/vocabulary/secret-options.js";
import {
  isLoginPath,
  isOtherPath,
  isTokenPath,
  LOGIN_ENDINGS,
  LOGIN_FIELDS,
  OTHER_PATHS,
  TOKEN_PATHS,
  SERVER_FIELDS,
} from "../../../checks/vocabulary/token-paths.js";
import { SIGNING_RESOURCES } from "../../../checks/vocabulary/signing-resources.js";
import { callsTokenTool, TOKEN_TOOLS, tokenTool } from "../../../checks/vocabulary/token-tools.js";
import { VENDOR_LOGINS, vendorLogin } from "../../../checks/vocabulary/vendor-logins.js";
import { Vocabulary } from "../../../checks/vocabulary/vocabulary.js";

const camel = (words: string): string => words.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** A POST with credentials, as curl makes it. */
const post = (url: string): HttpRequest => ({
  tool: "curl",
  place: undefined,
  url: [literal(url)],
  urlChannel: "argument",
  method: "POST",
  body: [{ content: [literal("client_id=a&client_secret=b")], channel: "argument", formEncodes: false }],
  headers: [],
  basicAuth: undefined,
  insecure: undefined,
  verbose: undefined,
  followsRedirects: undefined,
  failsOnError: true,
  failureChecked: true,
});

const withFields = (url: string, fields = "client_id=a&client_secret=b"): HttpRequest => ({
  ...post(url),
  body: [{ content: [literal(fields)], channel: "argument", formEncodes: false }],
});

describe("the name of a secret", () => {
  it.each(SECRET_NAMES)("ends with $words: $case", ({ words, kind, case: example, source }) => {
    expect(source).not.toBe("");
    for (const name of [example, words, words.toUpperCase(), camel(words), `acme_${words}`])
      expect([name, classifyName(name)]).toEqual([name, kind]);
  });

  it("may have its form after it", () => {
    for (const form of [...FORMS, "2"]) expect([form, classifyName(`client_secret_${form}`)]).toEqual([form, "oauth"]);
  });

  it("of a token may have its form after it, too", () => {
    for (const form of FORMS_OF_TOKENS) expect([form, classifyName(`access_token_${form}`)]).toEqual([form, "token"]);
  });

  it.each(["id", "name", "arn", "path", "version", "file", "length", "hash", "sha256", "url", "rotation", "vault"])(
    "is none where %s follows",
    (ending) => {
      expect(classifyName(`client_secret_${ending}`)).toBeUndefined();
      expect(classifyName(`token_${ending}`)).toBeUndefined();
    },
  );

  it("is none where the name asks whether there is one", () => {
    for (const beginning of SWITCH_BEGINNINGS)
      for (const name of [`${beginning}_credentials`, `TF_VAR_${beginning}_client_secret`])
        expect([name, classifyName(name), isClientSecret(name)]).toEqual([name, undefined, false]);
  });

  it.each(PUBLIC_NAMES)("is not $name, $what: $source", ({ name }) => {
    expect([classifyName(name), classifyName(name.toUpperCase())]).toEqual([undefined, undefined]);
  });

  it.each(["monkey", "compass", "keychain", "bypass", "tokenizer", "secretary", "passenger_count", "client_id"])(
    "is not %s",
    (name) => {
      expect(classifyName(name)).toBeUndefined();
    },
  );

  it("is in no two rows", () => {
    const words = SECRET_NAMES.map((row) => row.words.replaceAll("_", ""));
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });
});

describe("a field of a token request", () => {
  it.each(SECRET_FIELDS)("$name is a credential: $source", ({ name }) => {
    for (const written of [name, name.toUpperCase(), camel(name)])
      expect([written, isSecretField(written)]).toEqual([written, true]);
    expect(isSecretField(`x_${name}`)).toBe(SECRET_FIELDS.some((row) => row.name === `x_${name}`));
  });
});

describe("a setting of a client", () => {
  it.each(CLIENT_SETTINGS)("$name is a credential: $source", ({ name, owned }) => {
    expect(isClientSecret(name)).toBe(true);
    expect(isClientSecret(camel(name))).toBe(true);
    if (owned) expect(isClientSecret(`acme_${name}`)).toBe(true);
  });
});

describe("a placeholder", () => {
  it.each(PLACEHOLDERS)("is $case", ({ case: example }) => {
    for (const value of [example, example.toUpperCase(), ` ${example} `])
      expect([value, isPlaceholder(value)]).toEqual([value, true]);
  });

  it.each(["change-me", "CHANGE_IT", "changethis", "CLIENT_SECRET", "redacted"])("is %s, too", (value) => {
    expect(isPlaceholder(value)).toBe(true);
  });

  it("has a word that no secret has", () => {
    for (const word of PLACEHOLDER_WORDS)
      for (const after of ["", ...AFTERWORDS]) {
        const value = `8fj2-${word}${after}-k3`;
        expect([value, isPlaceholder(value)]).toEqual([value, true]);
      }
  });

  it.each(["8fj2k3", "exchange-8fj2", "Xx9-yourself", "p%ssw0rd", "-----BEGIN PRIVATE KEY-----", "secret1"])(
    "is not %s",
    (value) => {
      expect(isPlaceholder(value)).toBe(false);
    },
  );
});

describe("a reference to a secret", () => {
  it.each(SECRET_REFERENCES)("is $case: $source", ({ case: example, start }) => {
    expect(example.toLowerCase().startsWith(start)).toBe(true);
    expect(isReference(example)).toBe(true);
    expect(isPlaceholder(example)).toBe(true);
  });

  it.each(["op://infra/idp/secret", "$CLIENT_SECRET", "${CLIENT_SECRET}", "$(CLIENT_SECRET)", "IDP_CLIENT_SECRET"])(
    "is %s",
    (value) => {
      expect(isReference(value)).toBe(true);
    },
  );

  it.each([
    "projects-4711-Xk29sLq0",
    "arn8s7f6d5g4h3j2",
    "Env7Q~9dLk2.vXz1_secretPart",
    "s/kB+9aQ/2xZ==",
    "aB3$dE6%gH9&jK2!",
    "$2a$10$N9qo8uLOickgx2ZMRZoMye",
    "AKQWMZRTYPLKJHGF",
  ])("is not %s", (value) => {
    expect(isReference(value)).toBe(false);
    expect(isPlaceholder(value)).toBe(false);
  });
});

describe("the name of a secret where it is kept", () => {
  it.each(["client-secret", "oidc_client_secret", "portal/client-secret-v2", "oidc.okta.clientSecret"])(
    "is %s",
    (value) => {
      expect(isNameOfSecret(value)).toBe(true);
    },
  );

  it.each(["s3cr3t-7fj2", "portal", "client secret of mine", "Q7~client_secret", "hunter2secret"])(
    "is not %s",
    (value) => {
      expect(isNameOfSecret(value)).toBe(false);
    },
  );
});

describe("a document", () => {
  const text = "curl https://sso.acme.example/oauth2/token -d grant_type=client_credentials";

  it.each(DOCUMENT_ENDINGS)("is a file *.%s", (ending) => {
    for (const name of [`docs/page.${ending}`, `PAGE.${ending.toUpperCase()}`, `page.${ending}.tftpl`])
      expect([name, isProse(text, name)]).toEqual([name, true]);
    expect(isProse(`#!/bin/sh\n${text}`, `page.${ending}`)).toBe(false);
  });

  it.each([`<!DOCTYPE html><pre>${text}</pre>`, `<p>${text}</p>`, `# Tokens\n\n\`\`\`sh\n${text}\n\`\`\``])(
    "looks like %j",
    (document) => {
      expect(isProse(document, undefined)).toBe(true);
    },
  );

  it.each([`<powershell>${text}</powershell>`, `<script>${text}</script>`, `# a comment\n${text}`])(
    "does not look like %j",
    (script) => {
      expect([
        isProse(script, undefined),
        isProse(script, "/usr/local/bin/token"),
        isProse(script, "token.sh"),
      ]).toEqual([false, false, false]);
    },
  );
});

describe("a field that says where clients ask for tokens", () => {
  const url = "https://api.acme.example/connectors";
  const body = (name: string): string => `{"client_id":"a","client_secret":"b","${name}":"https://id.acme.example"}`;
  const asks = (at: string, text: string): boolean => isTokenRequest(withFields(at, text), new Vocabulary());

  it.each(SERVER_FIELDS)("makes a record of $name: $source", ({ name }) => {
    expect([asks(url, body(name)), asks(url, body(camel(name)))]).toEqual([false, false]);
    expect(asks("https://id.acme.example/oauth2/token", body(name))).toBe(true);
    // With a grant, any other field leaves it a request.
    const withGrant = (field: string): string => body(field).replace("{", '{"grant_type":"client_credentials",');
    expect([asks(url, withGrant(name)), asks(url, withGrant(`x_${name}`))]).toEqual([false, true]);
  });

  it.each(LOGIN_FIELDS)("or a login of $name: $source", ({ name }) => {
    expect([asks(url, body(name)), asks(url, body(camel(name)))]).toEqual([true, true]);
    expect([asks(url, body(`x_${name}`)), asks("https://id.acme.example/oauth2", body(`x_${name}`))]).toEqual([
      false,
      false,
    ]);
    expect(asks("https://id.acme.example/oauth2/token", body(`x_${name}`))).toBe(true);
  });

  it("is no other", () => {
    expect(asks(url, body("scope"))).toBe(true);
    expect(isTokenRequest({ ...withFields(url, body("scope")), method: "PUT" }, new Vocabulary())).toBe(false);
  });

  it.each([
    ["/api/oauth-apps", false],
    ["/api/oauth_clients/7", false],
    ["/api/snapps", true],
  ])("is in %s one by its collection", (path, expected) => {
    expect(asks(`https://acme.example${path}`, body("scope"))).toBe(expected);
  });
});

describe("a description of a secret", () => {
  it.each([
    "Client Secret",
    "The OAuth2 client secret of the portal",
    "to be filled in by the operator",
    "Meta's app secret",
  ])("is %s", (value) => {
    expect(isPlaceholder(value)).toBe(true);
  });

  it.each(["correct horse battery staple", "secret: hunter2 is it", "-----BEGIN PRIVATE KEY-----", "open sesame"])(
    "is not %s",
    (value) => {
      expect(isPlaceholder(value)).toBe(false);
    },
  );
});

describe("the path of a token endpoint", () => {
  const vocabulary = new Vocabulary();

  it.each(TOKEN_PATHS)("ends with $ending: $case", ({ case: path }) => {
    expect(isTokenPath(`https://sso.acme.example${path}`)).toBe(true);
    expect(isTokenPath(`https://sso.acme.example${path.toUpperCase()}`)).toBe(true);
    expect(isTokenRequest(post(`https://sso.acme.example${path}`), vocabulary)).toBe(true);
  });

  it.each(OTHER_PATHS)("is none where it is $what: $case", ({ case: path, unless }) => {
    expect(isOtherPath(path)).toBe(true);
    const url = path.startsWith("http") ? path : `https://acme.example${path}`;
    expect(isTokenRequest(withFields(url, unless ? "scope=a&password=b" : undefined), vocabulary)).toBe(false);
    if (unless)
      expect(isTokenRequest(withFields(url, unless.map((name) => `${name}=a`).join("&")), vocabulary)).toBe(true);
  });

  it.each(["/tokens", "/mytoken", "/oauth/token/info", "/oauth2/v1/keys", "/tokenize"])("is not %s", (path) => {
    expect(isTokenPath(`https://sso.acme.example${path}`)).toBe(false);
  });

  it.each(LOGIN_ENDINGS)("of a login may end with %s", (ending) => {
    expect(isLoginPath(`https://acme.example/api/${ending}`)).toBe(true);
    expect(isLoginPath(`https://acme.example/api/${ending}s/x`)).toBe(false);
  });
});

describe("a setting that logs requests", () => {
  beforeAll(() => loadHclParser(wasmOfSources()));

  it.each(LOGGING_SETTINGS)("is $setting of $provider", ({ provider, setting, source }) => {
    expect(source).toMatch(/^https:/);
    const foundIn = (value: string): string[] => {
      const text = `provider "${provider}" {
        ${setting} = ${value}
        headers = { Authorization = "Bearer \${ephemeral.http.token.response_body}" }
      }`;
      const { findings } = examine([joinFiles("/logs", [readHcl(text, "main.tf")])]);
      return findings.map(({ rule }) => rule);
    };
    expect(foundIn("true")).toContain("verbose-logging");
    expect(foundIn("false")).toEqual([]);
  });
});

describe("an option with a secret", () => {
  it.each(SECRET_OPTIONS)("is one of $options: $case", ({ options, kind, case: line, source }) => {
    expect(source).not.toBe("");
    const [program = "", ...words] = line.split(/[ =]/);
    const at = words.indexOf("VALUE") - 1;
    expect(options).toContain(words[at]);
    for (const option of options) expect(kindOfOption(program, words.slice(0, at), option)).toBe(kind);
    expect(kindOfOption(program, words.slice(0, at), "--output")).toBeUndefined();
  });
});

describe("an endpoint that takes JSON", () => {
  it.each(JSON_ENDPOINTS)("is that of $vendor: $case", ({ case: url, source, json }) => {
    expect(source).toMatch(/^https:/);
    expect(jsonUse(post(url))).toBe(json);
    expect(jsonUse(post(`${url}/x`))).toBe("mistake");
  });

  it.each(JSON_ENDPOINTS.filter((row) => row.shownBy))(
    "of $vendor may have a domain of its own",
    ({ path, shownBy, json }) => {
      const own = post(`https://login.acme.example${path}`);
      expect(jsonUse(own)).toBe("mistake");
      for (const audience of shownBy?.audiences ?? []) {
        const content = [literal(`audience=https://acme.example${audience}`)];
        expect(jsonUse({ ...own, body: [{ content, channel: "argument", formEncodes: false }] })).toBe(json);
      }
      const origin = { scope: "/", address: `variable.${shownBy?.name ?? ""}_domain` };
      expect(
        jsonUse({ ...own, url: [{ ...literal(`https://login.acme.example${path}`), provenance: [origin] }] }),
      ).toBe(json);
    },
  );
});

describe("a vendor's login", () => {
  const vocabulary = new Vocabulary();
  const secret = (url: string): HttpRequest => withFields(url, "password=b");

  it.each(VENDOR_LOGINS)("is that of $vendor: $case", (row) => {
    expect(row.source).toMatch(/^https:/);
    expect(vendorLogin(row.case)).toBe(row);
    expect(vendorLogin(`${row.case.toUpperCase()}/`)).toBe(row);
    expect(vendorLogin(`${row.case}/x`)).toBeUndefined();
    expect(isTokenRequest(secret(row.case), vocabulary)).toBe(true);
    expect(isTokenRequest({ ...secret(row.case), method: "GET" }, vocabulary)).toBe(false);
    expect(jsonUse(secret(row.case))).toBe(row.body === "form" ? "mistake" : "always");
  });

  it.each(VENDOR_LOGINS.filter(({ credential }) => credential !== undefined))(
    "of $vendor takes $credential for its credential",
    ({ credential = "", case: url }) => {
      expect(isTokenRequest(withFields(url, `id=a&${credential}=b`), vocabulary)).toBe(true);
      expect(isTokenRequest(withFields("https://acme.example/auth/external", `id=a&${credential}=b`), vocabulary)).toBe(
        false,
      );
    },
  );

  it.each(VENDOR_LOGINS.filter(({ host, named }) => (host ?? named) !== undefined))(
    "of $vendor is at its own hosts",
    ({ path }) => {
      expect(vendorLogin(`https://acme.example${path}`)).toBeUndefined();
    },
  );
});

describe("a tool that prints a token", () => {
  it.each(TOKEN_TOOLS)("is $program $words", (row) => {
    expect(row.source).toMatch(/^https:/);
    expect(tokenTool(row.program, row.words)).toBe(row);
    expect(tokenTool(row.program, ["--debug", ...row.words, "--all"])).toBe(row);
    expect(tokenTool("other", row.words)).toBeUndefined();
    expect(callsTokenTool([row.program, ...row.words].join(" "))).toBe(true);
    expect(callsTokenTool(`other ${row.words.join(" ")}`.replaceAll(row.program, ""))).toBe(false);
    expect(tokenTool(row.program, row.words.slice(0, -1))).toBeUndefined();
  });
});

describe("a resource that keeps a secret", () => {
  beforeAll(() => loadHclParser(wasmOfSources()));

  it.each(KEEPING_RESOURCES)("is $type, in $attribute", ({ type, attribute, within, writeOnly, source }) => {
    expect(source).toMatch(/^https:/);
    const kept = (name: string, of = type): readonly string[] => {
      const line = `${name} = var.client_secret`;
      const text = `variable "client_secret" {
        sensitive = true
      }
      data "http" "token" {
        url          = "https://sso.acme.example/oauth2/token"
        method       = "POST"
        request_body = "grant_type=client_credentials&client_secret=\${urlencode(var.client_secret)}"
      }
      resource "${of}" "x" {
        ${within === undefined ? line : `${within} {\n${line}\n}`}
      }`;
      const { findings } = examine([joinFiles("/x", [readHcl(text, "main.tf")])]);
      return findings
        .filter(({ rule, address }) => rule === "secret-in-state" && address === `${of}.x`)
        .map(({ message }) => message);
    };
    const [message = ""] = kept(attribute);
    expect(message).toContain(`in ${attribute} is stored in state`);
    expect(kept(attribute, `acme_${type}`)).toEqual([]);
    if (writeOnly !== undefined) {
      expect(message).toContain(writeOnly);
      expect(kept(writeOnly)).toEqual([]);
    }
  });
});

describe("a grant", () => {
  it.each(GRANT_TYPES)("is $name", ({ name }) => {
    expect(mayBeGrant(name)).toBe(true);
  });
  it.each([
    ["urn:ietf:params:oauth:grant-type:jwt-bearer", true],
    ["employee", false],
  ])("may be %s: %s", (name, may) => {
    expect(mayBeGrant(name)).toBe(may);
  });
});

describe("a resource that signs", () => {
  beforeAll(() => loadHclParser(wasmOfSources()));

  it.each(SIGNING_RESOURCES)("is $type, which keeps its $key", ({ type, key, source }) => {
    expect(source).toMatch(/^https:/);
    const kept = (name: string, sent: string): string[] => {
      const text = `variable "pem" {
        sensitive = true
      }
      resource "${type}" "x" {
        ${name} = var.pem
      }
      ephemeral "http" "token" {
        url          = "https://sso.acme.example/oauth2/token"
        method       = "POST"
        request_body = "grant_type=client_credentials&client_assertion=\${urlencode(${sent})}"
      }`;
      const { findings } = examine([joinFiles("/x", [readHcl(text, "main.tf")])]);
      return findings.filter(({ address }) => address === `${type}.x`).map(({ rule }) => rule);
    };
    expect(kept(key, `${type}.x.token`)).toEqual(["secret-in-state"]);
    expect(kept(key, `${type}.y.token`)).toEqual([]);
    expect(kept("claims_json", `${type}.x.token`)).toEqual([]);
  });
});

describe("the program of the constructs", () => {
  it.each([
    ["#!/bin/sh\n# Program of cdktf-oauth2-token, version 1: known.\n", { version: "1", known: true }],
    ["#!/bin/sh\n# Program of cdktf-oauth2-token, version 77: to come.\n", { version: "77", known: false }],
    ["#!/bin/sh\n# Program of somebody else\n", undefined],
    ["echo '# Program of cdktf-oauth2-token, version 1:'\n", undefined],
  ])("is told by %j", (script, version) => {
    expect(ownProgramVersion(script)).toEqual(version);
  });
});

describe("a file in YAML", () => {
  it.each(YAML_ENDINGS)("ends with %s", (ending) => {
    expect(isYamlFile(`deploy.${ending}`)).toBe(true);
    expect(isYamlFile(`deploy.${ending}.tpl`)).toBe(true);
    expect(isYamlFile(`deploy.${ending}x`)).toBe(false);
  });
});

describe("a key of a document", () => {
  beforeAll(() => loadHclParser(wasmOfSources()));

  const REQUEST = "curl -sSf -d grant_type=client_credentials https://sso.acme.example/oauth2/token";
  const requestsIn = (content: string, file = "x.yaml"): number => {
    const text = `resource "acme_file" "x" {\n  filename = "${file}"\n  content = ${JSON.stringify(content)}\n}\n`;
    return examine([joinFiles("/x", [readHcl(text, "main.tf")])]).requests.length;
  };

  it.each(SCRIPT_KEYS)("may be %s, of a script in YAML", (key) => {
    expect(requestsIn(`a:\n  ${key}: ${REQUEST}\n`)).toBe(1);
    expect(requestsIn(`a:\n  x_${key}_x: ${REQUEST}\n`)).toBe(0);
  });

  it.each(PROSE_KEYS)("may be %s, of prose in JSON", (key) => {
    const told = (name: string): number => {
      const text = `resource "acme_thing" "x" {\n  content = jsonencode({ ${name} = "${REQUEST}" })\n}\n`;
      return examine([joinFiles("/x", [readHcl(text, "main.tf")])]).requests.length;
    };
    expect(told(key)).toBe(0);
    expect(told(`x_${key}`)).toBe(1);
  });

  it.each(DESCRIPTIONS)("$name makes a document the description of an API, which nobody runs", ({ name }) => {
    const described = (member: string): string => JSON.stringify({ [member]: "3.1.0", paths: { source: REQUEST } });
    expect(requestsIn(described(name), "api.json")).toBe(0);
    expect(requestsIn(described(`x-${name}`), "api.json")).toBe(1);
  });
});
