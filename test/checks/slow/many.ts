import type { Directory } from "../../../checks/configuration/configuration.js";
import { joinFiles, readHcl, readTfvars } from "../../../checks/configuration/read.js";
import { json, TOKEN } from "./fuzz/follow.js";

const times = <T>(count: number, one: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => one(index));
const named = (count: number, one: (index: number) => unknown): Readonly<Record<string, unknown>> =>
  Object.fromEntries(times(count, (index) => [`x${index}`, one(index)]));
const shell = (command: string): object => ({ provisioner: [{ "local-exec": { command } }] });
const hcl = (text: string): Directory => joinFiles("/fuzz", [readHcl(text, "/fuzz/a.tf")]);

const SECRET = "client_secret=abcdefgh1234";
const FORM = "grant_type=client_credentials&client_secret=${var.s}";
const request = { url: TOKEN, method: "POST", request_body: FORM };
const requests = (count: number): object => ({ http: named(count, () => request) });
const answer = (name: string, member: string): string => `\${jsondecode(data.http.${name}.response_body).${member}}`;

/** Configuration with many of one kind, each with something to find, and how many of them take long enough to be measured. */
export const MANY: Readonly<Record<string, readonly [count: number, of: (count: number) => Directory]>> = {
  "provisioners with a secret": [
    500,
    (count) => json({ resource: { null_resource: named(count, (i) => shell(`curl ${TOKEN} -d ${SECRET}${i}`)) } }),
  ],
  "provisioners with a secret, in HCL": [
    500,
    (count) =>
      hcl(
        times(
          count,
          (i) =>
            `resource "null_resource" "x${i}" {\n  provisioner "local-exec" {\n    command = "curl ${TOKEN} -d ${SECRET}${i}"\n  }\n}\n`,
        ).join(""),
      ),
  ],
  "provisioners of one block": [
    150,
    (count) =>
      json({
        resource: {
          null_resource: {
            x: { provisioner: times(count, (i) => ({ "local-exec": { command: `curl ${TOKEN} -d ${SECRET}${i}` } })) },
          },
        },
      }),
  ],
  "requests of data sources": [400, (count) => json({ data: requests(count) })],
  "requests whose status is checked": [
    300,
    (count) =>
      json({
        data: requests(count),
        check: named(count, (i) => ({ assert: [{ condition: `\${data.http.x${i}.status_code == 200}` }] })),
      }),
  ],
  "logins whose token is taken": [
    100,
    (count) =>
      json({
        data: {
          http: named(count, () => ({
            url: "https://x.example/login",
            method: "POST",
            request_body: '{"username":"a","password":"${var.p}"}',
          })),
        },
        output: named(count, (i) => ({ value: answer(`x${i}`, "token") })),
      }),
  ],
  "blocks that use a token": [
    300,
    (count) =>
      json({
        data: requests(count),
        resource: { a: named(count, (i) => ({ value: answer(`x${i}`, "access_token") })) },
      }),
  ],
  "providers with an alias": [
    400,
    (count) =>
      json({
        provider: {
          restapi: times(count, (i) => ({
            alias: `x${i}`,
            uri: "https://x",
            oauth_client_credentials: { oauth_client_secret: "${var.s}" },
          })),
        },
        resource: { restapi_object: named(count, (i) => ({ provider: `restapi.x${i}`, path: "/x", data: "{}" })) },
      }),
  ],
  "variables with a secret": [
    2_000,
    (count) =>
      json({ variable: Object.fromEntries(times(count, (i) => [`x${i}_client_secret`, { default: "abcdefgh1234" }])) }),
  ],
  "values of variables with a secret": [
    500,
    (count) =>
      joinFiles("/fuzz", [
        readTfvars(times(count, (i) => `x${i}_client_secret = "abcdefgh1234"\n`).join(""), "/fuzz/a.tfvars"),
        readHcl(times(count, (i) => `variable "x${i}_client_secret" {}\n`).join(""), "/fuzz/a.tf"),
      ]),
  ],
  "locals with a secret": [
    1_000,
    (count) => json({ locals: Object.fromEntries(times(count, (i) => [`x${i}_client_secret`, "abcdefgh1234"])) }),
  ],
  "modules that are not there": [
    800,
    (count) =>
      json({
        module: named(count, (i) => ({ source: "x/y", client_secret: `\${var.x${i}}` })),
        variable: named(count, () => ({})),
      }),
  ],
  "members of a list": [
    5_000,
    (count) => json({ resource: { a: { x: { list: times(count, (i) => ({ client_secret: `abcdefgh1234${i}` })) } } } }),
  ],
  "scripts of instances": [
    300,
    (count) =>
      json({
        resource: { aws_instance: named(count, (i) => ({ user_data: `#!/bin/sh\ncurl ${TOKEN} -d ${SECRET}${i}` })) },
      }),
  ],
};
