import type { Report } from "../../../checks/report/report.js";

/** A report with something of everything, and names as a hostile repository could have them. */
export const REPORT: Report = {
  findings: [
    {
      rule: "json-body",
      severity: "error",
      certainty: "certain",
      message: "The credentials go to the token endpoint as JSON.",
      fix: "Give each parameter as --data-urlencode name=value.",
      replacement: "LocalExecAccessToken",
      file: "envs/prod/a b,c:d%.tf",
      line: 3,
      column: 5,
      address: "null_resource.token",
    },
    {
      rule: "unmarked-variable",
      severity: "warning",
      certainty: "likely",
      message: "The variable is not marked\nas sensitive.",
      fix: "Add `sensitive = true`.",
      file: "cdktf.out/stacks/a/cdk.tf.json",
      line: 40,
      column: 1,
      address: "variable.client_secret",
      constructPath: "a/client_secret",
    },
  ],
  acknowledgements: [
    {
      status: "used",
      id: "followed-redirect",
      reason: "Their gateway redirects.",
      until: "2999-01-31",
      where: "main.tf:7",
      findings: [
        {
          rule: "followed-redirect",
          severity: "error",
          certainty: "certain",
          message: "curl follows redirects.",
          fix: "Drop --location: a token endpoint does not redirect.",
          file: "main.tf",
          line: 9,
          column: 3,
          address: "null_resource.b",
        },
      ],
    },
    { status: "stale", id: "json-body", reason: "Old.", where: "construct a/b", findings: [] },
    { status: "expired", id: "json-body", reason: "Soon.", until: "2020-01-31", where: "main.tf:9", findings: [] },
    {
      status: "invalid",
      id: "jsn-body",
      reason: "Typo.",
      where: "main.tf:11",
      fault: '"jsn-body" is no rule',
      findings: [],
    },
  ],
  undetermined: [
    {
      rule: "json-body",
      message: "The body is a file that is not there.",
      file: "main.tf",
      line: 1,
      address: "data.http.t",
    },
  ],
  problems: [{ file: "evil\u001b[2J\n::error::x.tf", line: 2, message: "evil\u001b[2J.tf:2: this is not valid HCL" }],
  notLookedAt: ["module.x of stack a: a local module in HCL"],
  looked: {
    blocks: 1234,
    files: 1,
    scripts: 4,
    requests: [
      { by: "constructs", count: 2 },
      { by: "curl", count: 1 },
    ],
  },
};

export const CLEAN: Report = {
  findings: [],
  acknowledgements: [],
  undetermined: [],
  problems: [],
  notLookedAt: [],
  looked: { blocks: 12, files: 3, scripts: 0, requests: [{ by: "constructs", count: 1 }] },
};
