import type { Rule } from "../rule.js";

export const unmarkedOutput: Rule = {
  id: "unmarked-output",
  severity: "error",
  what: "An output that holds a secret is not marked sensitive.",
  why: "Terraform prints it after every apply, into every log of a pipeline.",
  fix: "Add `sensitive = true`, or better, do not output it.",
  source: {
    title: "Terraform, output block, sensitive",
    url: "https://developer.hashicorp.com/terraform/language/block/output#sensitive",
  },
  check: () => [],
};
