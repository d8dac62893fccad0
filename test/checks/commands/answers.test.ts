import { expect, it } from "vitest";
import { told } from "./prints";

const ANSWER = "curl -s https://sso.acme.example/oauth2/token -d grant_type=x";

/** What a filter picks out of an answer of which nothing is known but what RFC 6749, section 5.1, calls its members. */
it.each([
  ["cat", "«response»"],
  ["jq .", "«response»\n"],
  ["jq -r .access_token", "«token»\n"],
  ["jq -r '.access_token // empty'", "«token»\n"],
  ["jq -r '.[\"access_token\"]'", "«token»\n"],
  ["jq -r '.data.id_token'", "«token»\n"],
  ["jq -r '.token.expires_at'", "«field»\n"],
  ["jq -r '.token | .expires_at'", "«field»\n"],
  ["jq -r '.tokens[0].access_token'", "«token»\n"],
  ["jq -r '.items[0].id'", "«field»\n"],
  ["jq -r .token_type", "«field»\n"],
  ["jq -r .expires_in", "«field»\n"],
  ["jq -r .scope", "«field»\n"],
  ["jq -r '\"Bearer \\(.access_token)\"'", "Bearer «token»\n"],
  ["jq -c '{token: .access_token}'", '{"token":"«token»"}\n'],
  ["jq -c '{expires_in}'", '{"expires_in":"«field»"}\n'],
  ["python3 -m json.tool", "«response»"],
  ["python3 -c 'import sys, json; print(json.load(sys.stdin)[\"access_token\"])'", "«token»"],
  ['grep -o \'"access_token":"[^"]*\'', "«token»"],
  ['sed -n \'s/.*"access_token":"\\([^"]*\\)".*/\\1/p\'', "«token»"],
  ["awk -F'\"' '/access_token/ {print $4}'", "«token»"],
  ["grep -q access_token", ""],
  ["grep -c access_token", "«field»"],
  ["sha256sum", "«? encoded»"],
  ["wc -c", "«? encoded»"],
  ["tr -d '\\n'", "«response»"],
  ["base64", "«response»\n"],
  ["tee t", "«response»"],
  ["tee t > /dev/null", ""],
  ["head -c 100", "«response»"],
  ["yq -r .access_token", "«token»"],
  ["gron", "«response»"],
])("%s", (filter, printed) => {
  expect(told(`${ANSWER} | ${filter}`)).toBe(printed);
});

/** curl's -w: https://curl.se/docs/manpage.html#-w */
it.each([
  ["-w '%{http_code}'", "cat", "«response»\n«status»"],
  ["-w '\\n%{http_code}'", "tail -n1", "«status»"],
  ["-w '\\n%{http_code}'", "head -n -1", "«response»"],
  ["-w '\\n%{http_code}'", "sed '$d'", "«response»"],
  ["-o /dev/null -w '%{http_code}'", "cat", "«status»"],
  ["-w '%{time_total}'", "cat", "«response»"],
])("curl %s | %s", (option, filter, printed) => {
  expect(told(`${ANSWER} ${option} | ${filter}`).trim()).toBe(printed);
});
