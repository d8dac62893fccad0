import { describe, expect, it } from "vitest";
import { looksJson } from "../../../checks/requests/fields";
import { sketch } from "../../../checks/values/symbolic-string";
import { follow } from "../shell/run";

/** What a script that ends with jq sends to the token endpoint. */
function sent(filter: string): { text: string; json: boolean; encoded: boolean } {
  const { effects } = follow(`jq -rn '${filter}' | curl -q -fsS -d @- https://sso.acme.example/oauth2/token -o t`);
  const part = effects.requests[0]?.body[0];
  if (!part) throw new Error("no request");
  const holes = part.content.filter(({ text }) => text === undefined);
  return {
    text: sketch(part.content).trim(),
    json: looksJson(part),
    encoded: holes.length > 0 && holes.every((hole) => hole.encoded === true),
  };
}

const FORM = "grant_type=client_credentials&client_secret=\uFFFC";
const FIELDS = '{grant_type: "client_credentials", client_secret: env.CS}';

describe("jq makes a form", () => {
  it.each([
    `${FIELDS} | to_entries | map("\\(.key)=\\(.value|@uri)") | join("&")`,
    `${FIELDS} | [to_entries[] | "\\(.key|@uri)=\\(.value|@uri)"] | join("&")`,
    `${FIELDS} | with_entries(.value |= @uri) | to_entries | map(.key + "=" + .value) | join("&")`,
    `[["grant_type", "client_credentials"], ["client_secret", $ENV.CS]] | map(map(@uri) | join("=")) | join("&")`,
    `@uri "grant_type=client_credentials&client_secret=\\(env.CS)"`,
    `"grant_type=client_credentials&client_secret=" + (env.CS | @uri)`,
    `def form: to_entries | map([.key, .value] | map(@uri) | join("=")) | join("&"); ${FIELDS} | form`,
    `def pair($k; v): "\\($k)=" + (v | @uri); [pair("grant_type"; "client_credentials"), pair("client_secret"; env.CS)] | join("&")`,
    `(env.CS | @uri) as $s | "grant_type=client_credentials&client_secret=\\($s)"`,
    `${FIELDS} + {scope: null} | del(.scope) | to_entries | map("\\(.key)=\\(.value|@uri)") | join("&") # a form`,
    `if env.CS == "" then error("no secret") else ${FIELDS} | to_entries | map("\\(.key)=\\(.value|@uri)") | join("&") end`,
  ])("%s", (filter) => {
    expect(sent(filter)).toEqual({ text: FORM, json: false, encoded: true });
  });
});

describe("jq makes a form of which a value is not encoded", () => {
  it.each([
    `${FIELDS} | to_entries | map("\\(.key)=\\(.value)") | join("&")`,
    `${FIELDS} | to_entries | map("\\(.key|@uri)=\\(.value)") | join("&")`,
    `"grant_type=client_credentials&client_secret=" + env.CS`,
    `[{k: "grant_type", v: "client_credentials"}, {k: "client_secret", v: env.CS}] | map("\\(.k)=\\(.v)") | join("&")`,
    `("x" | @uri) as $unused | "grant_type=client_credentials&client_secret=\\(env.CS)"`,
  ])("%s", (filter) => {
    expect(sent(filter)).toEqual({ text: FORM, json: false, encoded: false });
  });
});

describe("jq makes JSON", () => {
  it.each([
    FIELDS,
    `${FIELDS} | tojson`,
    `${FIELDS} | @json`,
    `${FIELDS} | with_entries(select(.value != null))`,
    `{"grant_type": "client_credentials"} * {client_secret: env.CS}`,
    `[{key: "grant_type", value: "client_credentials"}, {key: "client_secret", value: env.CS}] | from_entries`,
    `{grant_type: ("client_credentials" | @uri), client_secret: env.CS}`,
  ])("%s", (filter) => {
    expect(sent(filter).json).toBe(true);
  });
});

it.each([
  ["a filter that is nested without end", "(".repeat(5_000) + ")".repeat(5_000)],
  ["one that calls itself", "def f: f | f; f"],
  ["one that doubles", `${"[.,.] | map([.,.][]) | ".repeat(40)} {a: 1}`],
  ["one that doubles a text", `"a" | ${". + . | ".repeat(40)} .`],
])("follows %s no further than it can", (_, filter) => {
  const start = Date.now();
  follow(`jq -rn '${filter}' | curl -q -fsS -d @- https://sso.acme.example/oauth2/token -o t`);
  expect(Date.now() - start).toBeLessThan(5_000);
});
