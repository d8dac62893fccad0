import { beforeAll, describe, expect, it } from "vitest";
import { wasmOfSources } from "../../checks/configuration/hcl/wasm-files.js";
import { joinFiles, loadHclParser, readHcl } from "../../checks/configuration/read.js";
import { examine } from "../../checks/run/examine.js";

beforeAll(() => loadHclParser(wasmOfSources()));

const request = (inside = ""): string => `data "http" "t" {
  for_each = toset(["eu", "us"])
  url = "https://idp.\${each.key}.example/oauth2/token"
  request_body = "grant_type=client_credentials&client_id=ci"
  ${inside}
}
`;

const check = (condition: string, inside = ""): string =>
  `check "token" {\n${inside}\nassert {\n condition = ${condition}\n error_message = "x"\n}\n}\n`;

const LOCALS = `locals {
  statuses = { for region, t in data.http.t : region => t.status_code }
  answers  = data.http.t
  fine     = alltrue([for status in values(local.statuses) : status == 200])
  success  = [200, 201]
}
`;

/** Whether the condition notices that the server refused. */
const CONDITIONS: readonly (readonly [condition: string, notices: boolean])[] = [
  ["alltrue([for t in data.http.t : t.status_code == 200])", true],
  ["alltrue([for t in values(data.http.t) : contains([200, 201], t.status_code)])", true],
  ["!anytrue([for region, t in data.http.t : t.status_code != 200])", true],
  ["anytrue([for t in data.http.t : t.status_code >= 400]) == false", true],
  ["alltrue([for s in values(data.http.t)[*].status_code : s == 200])", true],
  ["length([for t in data.http.t : t if t.status_code != 200]) == 0", true],
  ['alltrue([for region in toset(["eu"]) : data.http.t[region].status_code == 200])', true],
  ["alltrue([for t in data.http.t : try(t.status_code, 0) == 200])", true],
  ['data.http.t["eu"].status_code == 200', true],
  ["alltrue([for t in data.http.t : contains(local.success, t.status_code)])", true],
  ["contains(range(200, 300), one(values(data.http.t)).status_code)", true],
  ["alltrue([for s in local.statuses : s == 200])", true],
  ["alltrue([for t in local.answers : t.status_code == 200])", true],
  ['local.answers["eu"].status_code == 200', true],
  ["local.fine", true],
  ["alltrue([for t in data.http.t : can(jsondecode(t.response_body).access_token)])", true],

  ["alltrue([for t in data.http.t : t.status_code < 500])", false],
  ["alltrue([for t in data.http.t : contains([200, 400, 401], t.status_code)])", false],
  ["contains(range(200, 500), one(values(data.http.t)).status_code)", false],
  ["alltrue([for s in local.statuses : s > 0])", false],
  ["length([for t in data.http.t : t if t.status_code >= 500]) == 0", false],
  ['alltrue([for t in data.http.t : t.response_body != ""])', false],
  ["length(data.http.t) > 0", false],
  ["alltrue([for t in data.http.other : t.status_code == 200])", false],
];

describe("a condition", () => {
  const notices = (text: string): boolean => {
    const { findings, problems } = examine([joinFiles("/x", [readHcl(text, "main.tf")])]);
    expect(problems).toEqual([]);
    return !findings.some(({ rule }) => rule === "unchecked-status");
  };

  it.each(CONDITIONS)("%s notices a refusal: %s", (condition, expected) => {
    expect(notices(request() + LOCALS + check(condition))).toBe(expected);
    expect(notices(LOCALS + check(condition, request()))).toBe(expected);
  });

  it.each([
    ["anytrue([for code in [200, 201] : self.status_code == code])", true],
    ["anytrue([for code in [200, 401] : self.status_code == code])", false],
  ])("of the block itself, %s, notices a refusal: %s", (condition, expected) => {
    const inside = `lifecycle {\npostcondition {\n condition = ${condition}\n error_message = "x"\n}\n}`;
    expect(notices(request(inside))).toBe(expected);
  });

  it("that doubles at each step is given up", () => {
    const locals = Array.from({ length: 28 }, (_, index) => `l${index} = local.l${index + 1} || local.l${index + 1}`);
    expect(notices(`${request()}locals {\n${locals.join("\n")}\n}\n${check("local.l0")}`)).toBe(false);
  }, 5_000);
});

describe("a condition of another module", () => {
  const found = (root: string, idp: string): readonly string[] =>
    examine([joinFiles("/x", [readHcl(root, "main.tf")]), joinFiles("/x/idp", [readHcl(idp, "idp/main.tf")])])
      .findings.filter(({ rule }) => rule === "unchecked-status")
      .map(({ address }) => address);

  it.each([
    ["== 200", []],
    ["< 500", ["data.http.t"]],
  ])("looks at an output %s", (comparison, expected) => {
    const output = 'output "statuses" {\n  value = [for t in data.http.t : t.status_code]\n}\n';
    const root = `module "idp" {\n  source = "./idp"\n}\n${check(`alltrue([for s in module.idp.statuses : s ${comparison}])`)}`;
    expect(found(root, request() + output)).toEqual(expected);
  });

  it.each([
    ["== 200", []],
    ["< 500", ["data.http.t"]],
  ])("looks at a variable %s", (comparison, expected) => {
    const root = `${request()}module "idp" {\n  source = "./idp"\n  answers = data.http.t\n}\n`;
    const idp = `variable "answers" {}\n${check(`alltrue([for t in var.answers : t.status_code ${comparison}])`)}`;
    expect(found(root, idp)).toEqual(expected);
  });
});
