import { expect, it } from "vitest";
import { described } from "../described";
import { follow } from "../shell/run";

const URL = "https://sso.acme.example/oauth2/token";
const JSON_BODY = 'argument encoded json {"a":"b"}';

/** https://httpie.io/docs/cli: "Request items", "HTTP method", "Default behaviors", "Scripting"; xh's README where it differs. */
it.each<[string, object]>([
  ["http URL", { method: "GET" }],
  ["http GET URL", { method: "GET" }],
  ["http POST URL", { method: "POST" }],
  ["http URL a=b", { method: "POST", body: [JSON_BODY] }],
  ["http PUT URL a=b", { method: "PUT", body: [JSON_BODY] }],
  ["http put URL a=b", { method: "PUT", body: [JSON_BODY] }],
  ["http -f URL a=b", { method: "POST", body: ["argument encoded a=b"] }],
  ["http --form POST URL a=b", { method: "POST", body: ["argument encoded a=b"] }],
  ["http --multipart URL a=b", { method: "POST", body: ["argument encoded a=b"] }],
  ["http URL a=b -f", { method: "POST", body: ["argument encoded a=b"] }],
  ["http -f URL a=@f", { method: "POST", body: ["file encoded a=of f"] }],
  ["http -f URL a@f", { method: "POST", body: ["file encoded a=of f"] }],
  ["http URL n:=1", { method: "POST", body: ['argument encoded json {"n":1}'] }],
  ["http URL 'n:={\"x\":1}'", { method: "POST", body: ['argument encoded json {"n":{"x":1}}'] }],
  ["http URL n:=@f", { method: "POST", body: ['file encoded json {"n":of f}'] }],
  ["http URL q==c", { method: "GET", url: `${URL}?q=c` }],
  ["http URL A:b", { method: "GET", headers: ["A: b"] }],
  ["http URL A:b a=b", { method: "POST", headers: ["A: b"], body: [JSON_BODY] }],
  ["http -a u:p URL", { method: "GET", user: "u:p" }],
  ["http --auth=u:p URL", { method: "GET", user: "u:p" }],
  ["http -A bearer -a t URL", { method: "GET", headers: ["Authorization: Bearer t"] }],
  ["http --verify=no URL", { method: "GET", insecure: "--verify=no" }],
  ["http --verify no URL", { method: "GET", insecure: "--verify=no" }],
  ["http --verify=ca.pem URL", { method: "GET" }],
  ["http --check-status URL", { method: "GET", fails: true }],
  ["http --follow URL", { method: "GET", follows: "--follow" }],
  ["http -F URL", { method: "GET", follows: "--follow" }],
  ["http -v URL", { method: "GET", verbose: "--verbose" }],
  ["http --raw a=b URL", { method: "POST", body: ["argument a=b"] }],
  ["echo a=b | http URL", { method: "POST", body: ["stdin a=b\n"] }],
  ["http --ignore-stdin URL < f", { method: "GET" }],
  ["http URL < f", { method: "POST", body: ["stdin of f"] }],
  ["http -b -o t URL", { method: "GET" }],
  ["http --timeout 5 --pretty none URL", { method: "GET" }],
  ["xh URL", { method: "GET", fails: true }],
  ["xh -f URL a=b", { method: "POST", fails: true, body: ["argument encoded a=b"] }],
  ["https sso.acme.example/oauth2/token", { method: "GET" }],
])("%s", (command, request) => {
  const { requests } = follow(command.replaceAll("URL", URL), { f: "of f" }).effects;
  expect(requests.map(described)).toEqual([{ url: URL, ...request }]);
});

it.each([
  ["http sso.acme.example/x", "http://sso.acme.example/x"],
  ["http :8080/x", "http://localhost:8080/x"],
  ["http :/x", "http://localhost/x"],
  ["http :", "http://localhost"],
  ["https sso.acme.example", "https://sso.acme.example"],
  ["http --default-scheme=https sso.acme.example", "https://sso.acme.example"],
])("%s asks %s", (command, url) => {
  expect(follow(command).effects.requests.map(described)).toEqual([{ method: "GET", url }]);
});
