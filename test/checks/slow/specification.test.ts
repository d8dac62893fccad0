import { describe, expect, it } from "vitest";
import type { Report } from "../../../checks/index.js";
import { temporaryFolder } from "../stacks.js";
import { command, JSON_ONLY, write } from "./command.js";

const PATHS = 26_000;
/** What a folder may take, and some more for a busy machine. */
const KILL_AFTER_MS = 100_000;

/** An API description of 20 MB, full of the words of token requests. */
const SPECIFICATION = {
  openapi: "3.0.1",
  paths: Object.fromEntries(
    Array.from({ length: PATHS }, (_, index) => [
      `/v1/teams/{team}/tokens/${index}`,
      {
        post: {
          summary: "Makes an access token of a team",
          requestBody: {
            properties: {
              client_id: { type: "string" },
              client_secret: { type: "string", example: "${client_secret}" },
              grant_type: { default: "client_credentials" },
            },
          },
          responses: { 200: { example: { access_token: "abc", expires_in: 3600 } }, 401: { description: "No" } },
          "x-codeSamples": [
            {
              lang: "curl",
              source:
                "curl https://api.example.com/oauth/token -d grant_type=client_credentials -d client_secret=$SECRET",
            },
          ],
          "x-amazon-apigateway-integration": {
            uri: "arn:aws:apigateway:eu-west-1:lambda:path/${function}/invocations",
          },
        },
      },
    ]),
  ),
  components: { flows: { tokenUrl: "https://api.example.com/oauth/token" } },
};
const TEXT = JSON.stringify(SPECIFICATION);
/** As text of a template, in which nothing is Terraform's. */
const PLAIN = TEXT.replaceAll("${", () => "$${");

const gateway = (body: string): string => `resource "aws_api_gateway_rest_api" "x" {\n  body = ${body}\n}\n`;
/** On a machine that is busy the time of a block may be over first. */
const inPart = (place: string, why: string): string =>
  expect.stringMatching(
    new RegExp(`^${place} This (?:${why}|takes longer to follow than a block may): it was checked in part\\.$`),
  ) as string;

const PATH = '"${path.module}/openapi.json"';

const CASES: Readonly<Record<string, readonly [files: Readonly<Record<string, string>>, cut: readonly string[]]>> = {
  "beside the configuration": [{}, []],
  "as a file": [{ "main.tf": gateway(`file(${PATH})`) }, []],
  "as a template": [{ "main.tf": gateway(`templatefile(${PATH}, { client_secret = "", function = "x" })`) }, []],
  "decoded, for a request": [
    {
      "main.tf": `locals {\n  api = jsondecode(file(${PATH}))\n}\ndata "http" "x" {\n  url = local.api.components.flows.tokenUrl\n  method = "POST"\n}\n`,
    },
    [1, 4].map((line) =>
      inPart(`main.tf:${line}`, "decodes a file of more than 2 MB, of which only the beginning was read"),
    ),
  ],
  "as the script of an instance": [
    { "main.tf": `resource "aws_instance" "x" {\n  user_data = file(${PATH})\n}\n` },
    [inPart("main.tf:1", "starts a script of more than 256 KiB, which was not followed")],
  ],
  "as an object in JSON": [
    { "main.tf.json": `{"resource":{"aws_api_gateway_rest_api":{"x":{"body":${PLAIN}}}}}` },
    [inPart("main.tf.json:1", "takes more steps to follow than a block may")],
  ],
  "as a text in JSON": [
    { "main.tf.json": JSON.stringify({ resource: { local_file: { x: { filename: "a", content: PLAIN } } } }) },
    [],
  ],
};

describe("an API description of 20 MB is done in the time of a folder, and what was cut is told", () => {
  it.each(Object.entries(CASES))("%s", { timeout: KILL_AFTER_MS + 10_000 }, (_, [files, cut]) => {
    const folder = temporaryFolder();
    write(folder, { "openapi.json": TEXT, ...files, "rest.tf": JSON_ONLY });
    const { status, stdout } = command(folder, ["check", "--format", "json"], { killAfterMs: KILL_AFTER_MS });
    const { findings, problems } = JSON.parse(stdout) as Report;
    expect(findings.map(({ rule, file }) => `${rule} ${file}`)).toEqual(["json-body rest.tf"]);
    expect(problems.map(({ file, line, message }) => `${file}:${line ?? ""} ${message}`)).toEqual(cut);
    expect(status).toBe(1);
  });
});
